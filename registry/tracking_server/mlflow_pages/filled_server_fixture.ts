/** A store with something on every page of MLflow: what a small search for a model leaves behind. */

import {
  createExperiment,
  createLoggedModel,
  createModelVersion,
  createRegisteredModel,
  createRun,
  finalizeLoggedModel,
  logBatch,
  logInputs,
  logOutputs,
  type RegistryClient,
  setExperimentTag,
  setModelAlias,
  setRegisteredModelTag,
  updateRun,
  uploadArtifact,
} from "../../client/mod.ts";

/** The ids that addresses of pages hold. */
export interface ShownIds {
  readonly experimentId: string;
  /** The search, and the two runs below it with 50 and 100 trees. */
  readonly runIds: readonly [search: string, small: string, large: string];
  readonly modelId: string;
}

const start = Date.UTC(2026, 2, 1, 6);
const minute = 60_000;
const chart =
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect width="320" height="120" fill="#ffd"/><polyline points="10,100 80,60 160,80 310,20" fill="none" stroke="#036" stroke-width="4"/></svg>`;

/**
 * Fills a server through the client.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getExperiment } from "../../client/mod.ts";
 * import { openEmbeddedTracking } from "../embedded.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { experimentId } = await fillForPages(tracking.client);
 * assert.equal((await getExperiment(tracking.client, experimentId)).name, "hostel-energy");
 * ```
 */
export async function fillForPages(client: RegistryClient): Promise<ShownIds> {
  const experimentId = await createExperiment(client, { name: "hostel-energy" });
  const note = "Readings of the hostel's meters";
  await setExperimentTag(client, { experimentId, key: "mlflow.note.content", value: note });
  const search = await createRun(client, {
    ...{ experimentId, runName: "forest-search", startTime: start },
    tags: { "mlflow.source.name": "train.ts", "mlflow.user": "warden" },
  });
  const below = { experimentId, parent: search.runId };
  const small = await logForest(client, { ...below, trees: 50, auc: 0.81, at: start + minute });
  const large = await logForest(client, { ...below, trees: 100, auc: 0.93, at: start });
  await logBatch(client, search.runId, {
    params: { detector: "isolation-forest" },
    metrics: [
      { key: "best_auc", value: 0.93, timestamp: start, step: 0 },
      { key: "undefined_share", value: NaN, timestamp: start, step: 0 },
    ],
    tags: { site: "hostel" },
  });
  await finish(client, search.runId, start + 2 * minute);
  const modelId = await registerForest(client, experimentId, large);
  return { experimentId, runIds: [search.runId, small, large], modelId };
}

interface Forest {
  readonly experimentId: string;
  readonly parent: string;
  readonly trees: number;
  readonly auc: number;
  readonly at: number;
}

async function logForest(client: RegistryClient, forest: Forest): Promise<string> {
  const { experimentId, parent, trees, auc, at } = forest;
  const { runId, artifactUri } = await createRun(client, {
    ...{ experimentId, runName: `forest-${trees}`, startTime: at },
    tags: { "mlflow.parentRunId": parent },
  });
  const steps = Array.from({ length: 30 }, (_, step) => step);
  await logBatch(client, runId, {
    params: { trees: String(trees), seed: "7" },
    metrics: [
      { key: "auc", value: auc, timestamp: at, step: 0 },
      ...steps.map((step) => ({
        ...{ key: "loss", value: trees / 50 / (step + 1), timestamp: at + step, step },
      })),
    ],
    tags: { site: "hostel" },
  });
  await logInputs(client, runId, [{
    ...{ name: "hostel-meters", digest: "5f3a91c0", sourceType: "local" },
    source: '{"uri":"data/samples/hostel.csv"}',
    schema: '{"mlflow_colspec":[{"type":"double","name":"kwh","required":true}]}',
    profile: '{"num_rows":8760}',
    tags: { "mlflow.data.context": "training" },
  }]);
  for (
    const [path, text] of [
      ["charts/load.svg", chart],
      ["notes.txt", `A forest of ${trees} trees\n`],
      ["evaluation.json", JSON.stringify({ auc, trees })],
    ]
  ) {
    await uploadArtifact(client, artifactUri, path, new TextEncoder().encode(text));
  }
  await finish(client, runId, at + minute);
  return runId;
}

async function registerForest(
  client: RegistryClient,
  experimentId: string,
  runId: string,
): Promise<string> {
  const { modelId, artifactUri } = await createLoggedModel(client, {
    ...{ experimentId, name: "forest", sourceRunId: runId, modelType: "detector" },
    params: { trees: "100" },
  });
  const file = new TextEncoder().encode(`flavors: {}\nmodel_id: ${modelId}\n`);
  await uploadArtifact(client, artifactUri, "MLmodel", file);
  await finalizeLoggedModel(client, modelId, "READY");
  await logOutputs(client, runId, [{ modelId, step: 0 }]);
  const name = "energy-anomaly";
  await createRegisteredModel(client, { name, description: "Finds odd hours of a meter" });
  await setRegisteredModelTag(client, { name, key: "owner", value: "wardens" });
  for (const description of ["The first one", "With twice the trees"]) {
    await createModelVersion(client, {
      ...{ name, source: `models:/${modelId}`, runId, modelId, description },
      tags: { view: "energy_hourly" },
    });
  }
  await setModelAlias(client, { name, alias: "champion", version: "2" });
  return modelId;
}

async function finish(client: RegistryClient, runId: string, endTime: number): Promise<void> {
  await updateRun(client, { runId, status: "FINISHED", endTime });
}
