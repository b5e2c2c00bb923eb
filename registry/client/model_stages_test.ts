import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { latestModelVersions, type ModelStage, transitionModelStage } from "./model_stages.ts";
import { createModelVersion } from "./model_versions.ts";
import { createRegisteredModel } from "./registered_models.ts";

Deno.test("a version that is promoted archives the one before it when asked to", async () => {
  await withClient(async (client) => {
    const name = "a";
    await createRegisteredModel(client, { name });
    const source = "mlflow-artifacts:/0/r/artifacts/model";
    for (let i = 0; i < 3; i++) await createModelVersion(client, { name, source });
    const stage = "Production";
    await transitionModelStage(client, { name, version: "1", stage });
    await transitionModelStage(client, { name, version: "2", stage, archiveExisting: true });
    const latest = async (stages?: ModelStage[]) =>
      (await latestModelVersions(client, name, stages))
        .map(({ version, stage }) => `${stage} ${version}`).sort();
    assert.deepEqual(await latest(), ["Archived 1", "None 3", "Production 2"]);
    assert.deepEqual(await latest(["Production"]), ["Production 2"]);
  });
});
