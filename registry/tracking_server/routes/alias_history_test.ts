import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

Deno.test("GET registered-models/alias-history answers page by page, versions as text", async () => {
  await withTracking(async (send, app) => {
    await send("POST", "registered-models/create", { name: "load" });
    for (const version of ["1", "2"]) {
      await send("POST", "model-versions/create", { name: "load", source: "s3://bucket/load" });
      await send("POST", "registered-models/alias", { name: "load", alias: "champion", version });
    }
    const get = async (query: string) => {
      const path = `/api/2.0/wattbook/registered-models/alias-history?name=load${query}`;
      return await (await app.request(path)).json();
    };
    const last = await get("&max_results=1");
    const [{ time, ...move }] = last.moves;
    assert.deepEqual(move, { alias: "champion", from_version: "1", to_version: "2" });
    const first = await get(
      `&max_results=1&page_token=${encodeURIComponent(last.next_page_token)}`,
    );
    assert.ok(first.moves[0].time < time);
    assert.deepEqual({ ...first.moves[0], time: 0 }, {
      alias: "champion",
      time: 0,
      to_version: "1",
    });
    assert.equal(first.next_page_token, undefined);
    assert.deepEqual(await get("&alias=none"), {});
    assert.equal((await get("&max_results=0")).error_code, "INVALID_PARAMETER_VALUE");
  });
});
