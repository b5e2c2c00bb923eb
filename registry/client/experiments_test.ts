import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import {
  createExperiment,
  deleteExperiment,
  ensureExperiment,
  getExperiment,
  getExperimentByName,
  renameExperiment,
  restoreExperiment,
} from "./experiments.ts";
import { setExperimentTag } from "./experiment_tags.ts";

Deno.test("an experiment is created, tagged and read as plain data", async () => {
  await withClient(async (client) => {
    const id = await createExperiment(client, { name: "a", tags: { team: "energy" } });
    await setExperimentTag(client, { experimentId: id, key: "site", value: "north" });
    const experiment = await getExperiment(client, id);
    assert.deepEqual(experiment, {
      experimentId: "1",
      name: "a",
      artifactLocation: "mlflow-artifacts:/1",
      lifecycleStage: "active",
      creationTime: 7,
      lastUpdateTime: 7,
      tags: { site: "north", team: "energy" },
    });
    assert.deepEqual(await getExperimentByName(client, "a"), experiment);
  });
});

Deno.test("ensureExperiment() creates once and refuses a deleted one", async () => {
  await withClient(async (client) => {
    const id = await ensureExperiment(client, "a");
    assert.equal(await ensureExperiment(client, "a"), id);
    await deleteExperiment(client, id);
    await assert.rejects(ensureExperiment(client, "a"), {
      name: "RangeError",
      message: 'Cannot use the experiment "a": expected it to be active, got deleted',
    });
    await restoreExperiment(client, id);
    assert.equal(await ensureExperiment(client, "a"), id);
  });
});

Deno.test("renameExperiment() keeps names unique, and those of deleted ones taken", async () => {
  await withClient(async (client) => {
    const experimentId = await createExperiment(client, {
      name: "a",
      artifactLocation: "mlflow-artifacts:/elsewhere",
    });
    await renameExperiment(client, { experimentId, newName: "b" });
    const { name, artifactLocation } = await getExperiment(client, experimentId);
    assert.deepEqual([name, artifactLocation], ["b", "mlflow-artifacts:/elsewhere"]);
    await deleteExperiment(client, "0");
    await assert.rejects(renameExperiment(client, { experimentId, newName: "Default" }), {
      errorCode: "RESOURCE_ALREADY_EXISTS",
    });
  });
});
