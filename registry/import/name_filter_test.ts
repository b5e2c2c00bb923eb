import assert from "node:assert/strict";
import { createRegisteredModel, searchRegisteredModels } from "../client/mod.ts";
import { withClient } from "../client/client_fixture.ts";
import { nameFilter } from "./name_filter.ts";

Deno.test("nameFilter() finds the one name, with quotes of either kind in it", async () => {
  await withClient(async (client) => {
    const names = ["plain", "ann's", 'the "best"'];
    for (const name of names) await createRegisteredModel(client, { name });
    for (const name of names) {
      const search = { filter: nameFilter(name) };
      const found = await Array.fromAsync(searchRegisteredModels(client, search));
      assert.deepEqual(found.map((model) => model.name), [name]);
    }
  });
});
