import assert from "node:assert/strict";
import { withClient } from "../../client/client_fixture.ts";
import {
  createLoggedModel,
  createModelVersion,
  createRegisteredModel,
  createRun,
  logOutputs,
  uploadArtifact,
} from "../../client/mod.ts";
import { sha256 } from "../../digest.ts";
import { logComparedVersions } from "../compared_versions_fixture.ts";
import { gatherSide } from "./side.ts";

Deno.test("gatherSide() finds the same version by number, alias and run", async () => {
  await withClient(async (client) => {
    const [runId] = await logComparedVersions(client);
    const side = await gatherSide(client, "energy", "1");
    assert.deepEqual(await gatherSide(client, "energy", "champion"), side);
    assert.deepEqual(await gatherSide(client, "energy", runId), side);
    const { byMeter, data, ...facts } = side;
    assert.deepEqual(facts, {
      title: "version 1",
      version: "1",
      aliases: ["champion"],
      runId,
      startedAt: "1970-01-01T00:00:00.000Z",
      params: { seed: "1", until: "end" },
      metrics: {
        "ensemble.event_f1": 0.5,
        parity_max_abs_diff: 2e-7,
        scoring_ms_per_1000_rows: 4,
      },
      judgedRows: "da7a".repeat(16),
      commit: "c0ffee",
    });
    assert.deepEqual([byMeter.a.event_f1, byMeter.b.event_f1], [0.25, 0.5]);
    assert.deepEqual(data, {
      "dataset hostel": "00ff",
      "dataset digest": "00ff",
      "feature version": "v1",
      "features/1_energy_load.sql": await sha256(new TextEncoder().encode("SELECT 1")),
      "features/2_energy_hourly.sql": await sha256(new TextEncoder().encode("SELECT 'hour'")),
    });
  });
});

Deno.test("gatherSide() takes a run that no version came of, with the model it logged", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "energy" });
    const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
    const bare = { title: `run ${runId}`, aliases: [], runId, byMeter: {}, data: {}, params: {} };
    const side = { ...bare, startedAt: "1970-01-01T00:00:00.000Z", metrics: {} };
    assert.deepEqual(await gatherSide(client, "energy", runId), side);

    const start = { experimentId: "0", name: "energy", sourceRunId: runId };
    const { modelId, artifactUri } = await createLoggedModel(client, start);
    await logOutputs(client, runId, [{ modelId, step: 0 }]);
    const evaluation = new TextEncoder().encode('{"by_meter":{"a":{"event_f1":0.5}}}');
    await uploadArtifact(client, artifactUri, "evaluation.json", evaluation);
    const byMeter = { a: { event_f1: 0.5 } };
    assert.deepEqual(await gatherSide(client, "energy", runId), { ...side, byMeter });
    await assert.rejects(gatherSide(client, "energy", "0".repeat(32)), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
  });
});

Deno.test("gatherSide() takes a version without a run", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "energy" });
    await createModelVersion(client, { name: "energy", source: "mlflow-artifacts:/0/r" });
    assert.deepEqual(await gatherSide(client, "energy", "1"), {
      title: "version 1",
      version: "1",
      aliases: [],
      params: {},
      metrics: {},
      data: {},
      byMeter: {},
    });
  });
});
