import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

interface Found {
  readonly models?: readonly { readonly info: { readonly name: string } }[];
}

Deno.test("logged-models/search filters, newest first, and pages", async () => {
  await withTracking(async (send) => {
    for (const name of ["a", "b", "c"]) {
      const tags = [{ key: "k", value: name }];
      await send("POST", "logged-models", { experiment_id: "0", name, tags });
    }
    const names = async (search: object) => {
      const request = { experiment_ids: ["0"], ...search };
      const { json } = await send<Found>("POST", "logged-models/search", request);
      return (json.models ?? []).map(({ info }) => info.name);
    };
    assert.deepEqual(await names({}), ["c", "b", "a"]);
    assert.deepEqual(await names({ filter: "name = 'b'" }), ["b"]);
    assert.deepEqual(await names({ filter: "tags.k != 'b' AND status = 'PENDING'" }), ["c", "a"]);
    assert.deepEqual(await names({ experiment_ids: [] }), []);
    assert.deepEqual(await names({ max_results: 2, page_token: btoa('{"offset":2}') }), ["a"]);
  });
});
