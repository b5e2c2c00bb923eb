/** What every tracking server answers the client about experiments, runs and what they log. */

import assert from "node:assert/strict";
import type { RegistryClient } from "./client.ts";
import type { ClientCase } from "./conformance.ts";
import {
  createExperiment,
  createRun,
  deleteExperiment,
  deleteExperimentTag,
  deleteRun,
  deleteRunTag,
  ensureExperiment,
  getExperiment,
  getExperimentByName,
  getRun,
  logBatch,
  logInputs,
  logMetric,
  logModelInputs,
  logOutputs,
  logParam,
  metricHistories,
  metricHistory,
  openRunLogger,
  renameExperiment,
  restoreExperiment,
  restoreRun,
  sampledMetricHistory,
  searchDatasets,
  searchExperiments,
  searchRuns,
  setExperimentTag,
  setRunTag,
  UnwrittenError,
  updateRun,
} from "./mod.ts";

const start = 1_700_000_000_000;

/** A run in an experiment of its own. */
async function newRun(client: RegistryClient, experiment: string) {
  const experimentId = await ensureExperiment(client, experiment);
  return await createRun(client, { experimentId, runName: experiment, startTime: start });
}

/** By what they show; a name says what a server must do. */
export const trackingCases: Readonly<Record<string, ClientCase>> = {
  "an experiment is created, found, tagged and renamed": async (client) => {
    const experimentId = await createExperiment(client, {
      name: "suite experiment",
      artifactLocation: "mlflow-artifacts:/suite",
      tags: { team: "heat", site: "north" },
    });
    await setExperimentTag(client, { experimentId, key: "team", value: "energy" });
    await deleteExperimentTag(client, { experimentId, key: "site" });
    await renameExperiment(client, { experimentId, newName: "suite experiment 2" });
    const { creationTime, lastUpdateTime, ...facts } = await getExperiment(client, experimentId);
    assert.deepEqual(facts, {
      experimentId,
      name: "suite experiment 2",
      artifactLocation: "mlflow-artifacts:/suite",
      lifecycleStage: "active",
      tags: { team: "energy" },
    });
    assert.ok(Number(lastUpdateTime) >= Number(creationTime));
    const named = await getExperimentByName(client, "suite experiment 2");
    assert.equal(named.experimentId, experimentId);
    await assert.rejects(createExperiment(client, { name: "suite experiment 2" }), {
      errorCode: "RESOURCE_ALREADY_EXISTS",
      status: 400,
    });
    await assert.rejects(getExperimentByName(client, "suite experiment"), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
      status: 404,
      message: "Could not find experiment with name 'suite experiment'",
    });
  },

  "a deleted experiment keeps its name and comes back": async (client) => {
    const experimentId = await ensureExperiment(client, "suite deleted");
    const found = async (view: "active" | "deleted" | "all") => {
      const filter = "name LIKE 'suite delete%'";
      return await Array.fromAsync(
        searchExperiments(client, { filter, view, pageSize: 1 }),
        (experiment) => experiment.experimentId,
      );
    };
    await deleteExperiment(client, experimentId);
    assert.deepEqual([await found("active"), await found("deleted")], [[], [experimentId]]);
    await assert.rejects(ensureExperiment(client, "suite deleted"), { name: "RangeError" });
    await restoreExperiment(client, experimentId);
    assert.deepEqual([await found("active"), await found("deleted")], [[experimentId], []]);
    assert.deepEqual(await found("all"), [experimentId]);
  },

  "experiments are found in the order asked for, over pages": async (client) => {
    for (const name of ["suite page b", "suite page c", "suite page a"]) {
      await createExperiment(client, { name, tags: { paged: "yes" } });
    }
    const search = { filter: "tags.paged = 'yes'", orderBy: ["name DESC"], pageSize: 2 };
    const names = await Array.fromAsync(searchExperiments(client, search), ({ name }) => name);
    assert.deepEqual(names, ["suite page c", "suite page b", "suite page a"]);
  },

  "a run is created, changed in part, deleted and restored": async (client) => {
    const experimentId = await ensureExperiment(client, "suite life");
    const { runId } = await createRun(client, {
      experimentId,
      runName: "first",
      userId: "me",
      startTime: start,
      tags: { seed: "7" },
    });
    await updateRun(client, { runId, status: "FAILED", endTime: start + 5 });
    await updateRun(client, { runId, runName: "second" });
    assert.deepEqual(await getRun(client, runId), {
      runId,
      runName: "second",
      experimentId,
      userId: "me",
      status: "FAILED",
      startTime: start,
      endTime: start + 5,
      artifactUri: `mlflow-artifacts:/${experimentId}/${runId}/artifacts`,
      lifecycleStage: "active",
      metrics: {},
      params: {},
      tags: { "mlflow.runName": "second", seed: "7" },
      modelInputs: [],
      modelOutputs: [],
      datasets: [],
    });
    await deleteRun(client, runId);
    await assert.rejects(logParam(client, runId, { key: "a", value: "1" }), {
      errorCode: "INVALID_PARAMETER_VALUE",
      message: `The run ${runId} must be in the 'active' state. Current state is deleted.`,
    });
    const seen = (view: "active" | "deleted") =>
      Array.fromAsync(
        searchRuns(client, { experimentIds: [experimentId], view }),
        (run) => run.lifecycleStage,
      );
    assert.deepEqual([await seen("active"), await seen("deleted")], [[], ["deleted"]]);
    await restoreRun(client, runId);
    assert.deepEqual([await seen("active"), await seen("deleted")], [["active"], []]);
    await assert.rejects(getRun(client, "0".repeat(32)), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
      message: `Run with id=${"0".repeat(32)} not found`,
    });
  },

  "parameters stay, tags change": async (client) => {
    const { runId } = await newRun(client, "suite pairs");
    for (let i = 0; i < 2; i++) await logParam(client, runId, { key: "trees", value: "100" });
    await assert.rejects(logParam(client, runId, { key: "trees", value: "50" }), {
      errorCode: "INVALID_PARAMETER_VALUE",
    });
    for (const value of ["one", "two"]) await setRunTag(client, { runId, key: "phase", value });
    await setRunTag(client, { runId, key: "gone", value: "" });
    await deleteRunTag(client, { runId, key: "gone" });
    await assert.rejects(deleteRunTag(client, { runId, key: "gone" }), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
      message: `No tag with name: gone in run with id ${runId}`,
    });
    const { params, tags } = await getRun(client, runId);
    assert.deepEqual([params, tags.phase, tags.gone], [{ trees: "100" }, "two", undefined]);
  },

  "metrics keep NaN, the largest numbers and steps beyond 2^53, once each": async (client) => {
    const { runId } = await newRun(client, "suite numbers");
    const logged = [
      { value: NaN, step: 0 },
      { value: 5e-324, step: -7 },
      { value: 0.1 + 0.2, step: 9007199254740993n },
      { value: Number.MAX_VALUE, step: 1 },
    ].map((each, i) => ({ key: "m", timestamp: start + i, ...each }));
    // MLflow 3.11 refuses the same NaN a second time, although it takes any other number.
    for (const metric of [...logged, ...logged.slice(1)]) await logMetric(client, runId, metric);
    await logMetric(client, runId, { key: "huge", value: -Infinity, timestamp: start, step: 0 });
    const history = metricHistory(client, { runId, key: "m", pageSize: 3 });
    assert.deepEqual(await Array.fromAsync(history), logged);
    const { metrics } = await getRun(client, runId);
    assert.deepEqual(metrics, { m: 0.1 + 0.2, huge: -Number.MAX_VALUE });
  },

  "a batch of any size is logged whole": async (client) => {
    const { runId } = await newRun(client, "suite batch");
    const metrics = Array.from({ length: 1700 }, (_, step) => ({
      ...{ key: "loss", value: 1 / (step + 1), timestamp: start + step, step },
    }));
    const params = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`p${i}`, `${i}`]));
    await logBatch(client, runId, { metrics, params, tags: { view: "hourly" } });
    const run = await getRun(client, runId);
    assert.deepEqual([run.params, run.tags.view, run.metrics], [params, "hourly", {
      loss: 1 / 1700,
    }]);
    const history = metricHistory(client, { runId, key: "loss", pageSize: 1000 });
    assert.deepEqual(await Array.fromAsync(history), metrics);
  },

  "a logger that does not wait writes in order and gives back what is refused": async (client) => {
    const { runId } = await newRun(client, "suite logger");
    {
      await using log = openRunLogger(client, runId, { now: () => start });
      for (let step = 0; step < 1500; step++) log.metric("loss", step, { step });
      log.tag("phase", "done");
      log.param("trees", "100");
    }
    const { metrics, tags, params } = await getRun(client, runId);
    assert.deepEqual([metrics.loss, tags.phase, params.trees], [1499, "done", "100"]);
    const log = openRunLogger(client, runId, { now: () => start });
    log.param("trees", "50");
    await assert.rejects(log.flush(), (error) => {
      assert.ok(error instanceof UnwrittenError);
      assert.deepEqual(error.unwritten, [{ kind: "param", key: "trees", value: "50" }]);
      return true;
    });
  },

  "histories of several runs are told apart, whole and sampled": async (client) => {
    const runs = [await newRun(client, "suite bulk"), await newRun(client, "suite bulk")];
    for (const [i, { runId }] of runs.entries()) {
      const metrics = Array.from({ length: 10 }, (_, step) => ({
        ...{ key: "loss", value: step === 3 ? NaN : i, timestamp: start + step, step },
      }));
      await logBatch(client, runId, { metrics });
    }
    const runIds = runs.map(({ runId }) => runId).sort();
    const whole = await Array.fromAsync(metricHistories(client, { runIds, key: "loss" }));
    assert.deepEqual(whole.map(({ runId }) => runId), runIds.flatMap((id) => Array(10).fill(id)));
    assert.deepEqual(
      whole.filter(({ value }) => Number.isNaN(value)).map(({ step, timestamp }) => [
        step,
        timestamp,
      ]),
      [[3, start + 3], [3, start + 3]],
    );
    const sample = { runIds: [runIds[0]], key: "loss" };
    const steps = async (bounds: { steps?: [number, number]; count?: number }) =>
      (await sampledMetricHistory(client, { ...sample, ...bounds })).map(({ step }) => step);
    assert.deepEqual(await steps({ count: 5 }), [0, 2, 4, 6, 8, 9]);
    assert.deepEqual(await steps({ steps: [2, 4] }), [2, 3, 4]);
  },

  "runs are found by what they logged, over pages": async (client) => {
    const experimentId = await ensureExperiment(client, "suite search");
    for (const [runName, auc] of [["a", 0.7], ["b", 0.9], ["c", NaN], ["d", 0.8]] as const) {
      const { runId } = await createRun(client, { experimentId, runName, startTime: start });
      const metrics = [{ key: "auc", value: auc, timestamp: start, step: 0 }];
      await logBatch(client, runId, { metrics, params: { kind: runName.toUpperCase() } });
    }
    const names = async (filter: string, ...orderBy: string[]) => {
      const search = { experimentIds: [experimentId], filter, orderBy, pageSize: 2 };
      return await Array.fromAsync(searchRuns(client, search), ({ runName }) => runName);
    };
    assert.deepEqual(await names("", "metrics.auc DESC"), ["b", "d", "a", "c"]);
    assert.deepEqual(await names("metrics.auc > 0.75", "metrics.auc ASC"), ["d", "b"]);
    assert.deepEqual(await names("params.kind ILIKE 'a' AND status = 'RUNNING'"), ["a"]);
    await assert.rejects(names("metrics.auc >"), { errorCode: "INVALID_PARAMETER_VALUE" });
  },

  "what runs read and make is theirs, and data sets are found": async (client) => {
    const { runId, experimentId } = await newRun(client, "suite inputs");
    const dataset = { name: "meters", digest: "d1", sourceType: "local", source: "{}" };
    const tags = { "mlflow.data.context": "training" };
    await logInputs(client, runId, [{ ...dataset, tags, schema: "{}", profile: '{"rows":1}' }]);
    await logModelInputs(client, runId, ["m-0"]);
    await logOutputs(client, runId, [{ modelId: "m-1", step: 3 }]);
    const { datasets, modelInputs, modelOutputs } = await getRun(client, runId);
    assert.deepEqual(datasets, [{ name: "meters", digest: "d1", tags }]);
    assert.deepEqual([modelInputs, modelOutputs], [["m-0"], ["m-1"]]);
    assert.deepEqual(await searchDatasets(client, [experimentId]), [
      { experimentId, name: "meters", digest: "d1", context: "training" },
    ]);
  },
};
