import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { type RegisteredModelSearch, searchRegisteredModels } from "./registered_model_search.ts";
import { createRegisteredModel } from "./registered_models.ts";

Deno.test("searchRegisteredModels() yields all pages, by name unless ordered otherwise", async () => {
  await withClient(async (client) => {
    for (const name of ["b", "a", "c"]) await createRegisteredModel(client, { name });
    const names = async (search: RegisteredModelSearch) => {
      const found = searchRegisteredModels(client, { pageSize: 1, ...search });
      return (await Array.fromAsync(found)).map(({ name }) => name);
    };
    assert.deepEqual(await names({}), ["a", "b", "c"]);
    assert.deepEqual(await names({ filter: "name != 'b'", orderBy: ["name DESC"] }), ["c", "a"]);
  });
});
