import assert from "node:assert/strict";
import { deleteModelAlias, getModelVersionByAlias, setModelAlias } from "./aliases.ts";
import { withClient } from "./client_fixture.ts";
import { createModelVersion } from "./model_versions.ts";
import { createRegisteredModel, getRegisteredModel } from "./registered_models.ts";

Deno.test("an alias moves from version to version and goes without complaint", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "a" });
    const key = { name: "a", alias: "champion" };
    for (const version of ["1", "2"]) {
      await createModelVersion(client, { name: "a", source: "mlflow-artifacts:/0/r" });
      await setModelAlias(client, { ...key, version });
    }
    const { version, aliases } = await getModelVersionByAlias(client, key);
    assert.deepEqual([version, aliases], ["2", ["champion"]]);
    assert.deepEqual((await getRegisteredModel(client, "a")).aliases, { champion: "2" });
    await deleteModelAlias(client, key);
    await deleteModelAlias(client, key);
    await assert.rejects(getModelVersionByAlias(client, key), {
      errorCode: "INVALID_PARAMETER_VALUE",
    });
  });
});
