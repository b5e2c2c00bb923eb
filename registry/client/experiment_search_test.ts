import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { type ExperimentSearch, searchExperiments } from "./experiment_search.ts";
import { createExperiment, deleteExperiment } from "./experiments.ts";

Deno.test("searchExperiments() yields all pages of what matches, in the order asked for", async () => {
  await withClient(async (client) => {
    for (const name of ["a", "b", "c"]) await createExperiment(client, { name });
    await deleteExperiment(client, "1");
    const names = async (search: ExperimentSearch) => {
      const found = searchExperiments(client, { ...search, pageSize: 1 });
      return (await Array.fromAsync(found)).map(({ name }) => name);
    };
    const orderBy = ["name DESC"];
    assert.deepEqual(await names({ filter: "name != 'b'", orderBy }), ["c", "Default"]);
    assert.deepEqual(await names({ view: "deleted" }), ["a"]);
    assert.deepEqual(await names({ view: "all", orderBy }), ["c", "b", "a", "Default"]);
  });
});
