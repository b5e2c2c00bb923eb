import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { type ModelVersionSearch, searchModelVersions } from "./model_version_search.ts";
import { createModelVersion } from "./model_versions.ts";
import { createRegisteredModel } from "./registered_models.ts";

Deno.test("searchModelVersions() yields all pages, newest first unless ordered otherwise", async () => {
  await withClient(async (client) => {
    for (const name of ["a", "b"]) await createRegisteredModel(client, { name });
    const source = "mlflow-artifacts:/0/r/artifacts/model";
    for (const name of ["a", "a", "a", "b"]) await createModelVersion(client, { name, source });
    const versions = async (search: ModelVersionSearch) => {
      const found = searchModelVersions(client, { filter: "name = 'a'", pageSize: 2, ...search });
      return (await Array.fromAsync(found)).map(({ version }) => version);
    };
    assert.deepEqual(await versions({}), ["3", "2", "1"]);
    assert.deepEqual(await versions({ orderBy: ["version_number ASC"] }), ["1", "2", "3"]);
  });
});
