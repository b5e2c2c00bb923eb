import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

interface Found {
  readonly experiments?: readonly { readonly name: string }[];
  readonly next_page_token: string;
}

Deno.test("experiments/search filters, orders and pages in either method", async () => {
  await withTracking(async (send) => {
    for (const name of ["heat", "Heat", "power"]) {
      await send("POST", "experiments/create", { name, tags: [{ key: "k", value: name }] });
    }
    const names = async (search: object) => {
      const { json } = await send<Found>("POST", "experiments/search", {
        max_results: 10,
        ...search,
      });
      return (json.experiments ?? []).map(({ name }) => name);
    };
    assert.deepEqual(await names({}), ["power", "Heat", "heat", "Default"]);
    assert.deepEqual(await names({ filter: "name LIKE 'heat'" }), ["heat"]);
    assert.deepEqual(await names({ filter: "name ILIKE 'h%'", order_by: ["name"] }), [
      "Heat",
      "heat",
    ]);
    assert.deepEqual(await names({ filter: "tags.k IS NULL" }), ["Default"]);
    assert.deepEqual(await names({ filter: "creation_time > 1001" }), ["power", "Heat"]);
    await send("POST", "experiments/delete", { experiment_id: "1" });
    assert.deepEqual(await names({ view_type: "DELETED_ONLY" }), ["heat"]);
    assert.equal((await names({ view_type: 3 })).length, 4);

    const first = await send<Found>("GET", "experiments/search?max_results=2&order_by=name");
    assert.deepEqual(first.json.experiments?.map(({ name }) => name), [
      "Default",
      "Heat",
    ]);
    const token = encodeURIComponent(first.json.next_page_token);
    const rest = await send<Found>(
      "GET",
      `experiments/search?max_results=2&order_by=name&page_token=${token}`,
    );
    assert.deepEqual(rest.json.experiments?.map(({ name }) => name), ["power"]);
    assert.equal(rest.json.next_page_token, undefined);
  });
});

Deno.test("experiments/search refuses a page size out of range", async () => {
  await withTracking(async (send) => {
    for (const max_results of [0, 50_001]) {
      assert.equal((await send("POST", "experiments/search", { max_results })).status, 400);
    }
  });
});
