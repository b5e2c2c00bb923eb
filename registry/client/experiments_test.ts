import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import {
  createExperiment,
  deleteExperiment,
  ensureExperiment,
  getExperiment,
  getExperimentByName,
  restoreExperiment,
  searchExperiments,
  setExperimentTag,
} from "./experiments.ts";

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

Deno.test("searchExperiments() yields all pages", async () => {
  await withClient(async (client) => {
    for (const name of ["a", "b", "c"]) await createExperiment(client, { name });
    const found = searchExperiments(client, { filter: "name != 'b'", pageSize: 1 });
    const names = (await Array.fromAsync(found)).map(({ name }) => name);
    assert.deepEqual(names.sort(), ["Default", "a", "c"]);
  });
});
