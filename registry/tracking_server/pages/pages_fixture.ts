/** What the tests of the pages share: a server with records whose names try to break pages. */

import { nthId, type Send, withTracking } from "../tracking_fixture.ts";

/** Text that is markup, ends attributes, and is not ASCII. */
export const hostile = `<script>alert("1")</script>'&amp; é`;

/** The oddest key that the server takes. */
export const oddKey = "Größe: a/b - c";

/** The ids of the records, as the server gives them. */
export const records = {
  experiment: "1",
  emptyExperiment: "0",
  deletedExperiment: "2",
  /** Finished, with all that a run can log. */
  run: nthId(1),
  /** Still running, with other values. */
  otherRun: nthId(2),
  /** Deleted, with nothing logged. */
  deletedRun: nthId(3),
  /** An output of {@link records.run}. */
  loggedModel: `m-${nthId(4)}`,
  model: hostile.replaceAll(/[/:]/g, ""),
} as const;

/** A page as it was sent. */
export interface SentPage {
  readonly response: Response;
  readonly text: string;
}

/**
 * The text of an element as a reader sees it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(wordsOf({ textContent: "\n a\n  b " }), "a b");
 * ```
 */
export function wordsOf({ textContent }: { readonly textContent: string | null }): string {
  return (textContent ?? "").trim().replace(/\s+/g, " ");
}

/** Gets an address below `/pages/`. */
export type GetPage = (address: string) => Promise<SentPage>;

/**
 * Runs a test against a new server that holds {@link records}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withPages(async (get) => {
 *   const { response, text } = await get(`run?id=${records.run}`);
 *   assert.equal(response.status, 200);
 *   assert.ok(!text.includes(hostile));
 * });
 * ```
 */
export async function withPages(
  use: (get: GetPage, app: Parameters<Parameters<typeof withTracking>[0]>[1]) => Promise<void>,
): Promise<void> {
  await withTracking(async (send, app) => {
    await addExperiments(send);
    await addRuns(send);
    await addLoggedModel(send);
    await addModels(send);
    const root =
      `/api/2.0/mlflow-artifacts/artifacts/${records.experiment}/${records.run}/artifacts`;
    for (const [path, body] of files) {
      await app.request(`${root}/${encodeURIComponent(path)}`, { method: "PUT", body });
    }
    const model = `${records.experiment}/models/${records.loggedModel}/artifacts/MLmodel`;
    const put = { method: "PUT", body: "flavors: " };
    await app.request(`/api/2.0/mlflow-artifacts/artifacts/${model}`, put);
    await use(async (address) => {
      const response = await app.request(`/pages/${address}`);
      return { response, text: await response.text() };
    }, app);
  });
}

const files: readonly (readonly [path: string, body: BodyInit])[] = [
  ["report.html", `<h1>Report</h1>${hostile}`],
  ["plots/load.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`],
  ["plots/deep/x.json", `{"a": "${hostile.replaceAll('"', "")}"}`],
  ["model.onnx", Uint8Array.of(8, 0, 255)],
  [`${hostile.replaceAll(/[/<>:"&]/g, "")}.txt`, hostile],
];

async function addExperiments(send: Send): Promise<void> {
  await send("POST", "experiments/create", {
    name: hostile,
    tags: [{ key: "mlflow.note.content", value: hostile }, { key: oddKey, value: hostile }],
  });
  const { json } = await send<{ experiment_id: string }>("POST", "experiments/create", {
    name: "Old",
  });
  await send("POST", "experiments/delete", json);
}

async function addRuns(send: Send): Promise<void> {
  const { experiment } = records;
  await send("POST", "runs/create", {
    experiment_id: experiment,
    run_name: hostile,
    user_id: hostile,
    start_time: Date.UTC(2024, 2, 31, 23, 59),
    tags: [{ key: "mlflow.note.content", value: hostile }, { key: "mlflow.user", value: hostile }],
  });
  await send("POST", "runs/log-batch", {
    run_id: records.run,
    params: [{ key: "depth", value: "4" }, { key: oddKey, value: hostile }],
    tags: [{ key: oddKey, value: hostile }],
    metrics: [
      ...[0.5, "NaN", 0.75, 0.8125].map((value, step) => ({
        key: "auc",
        value,
        step,
        timestamp: 0,
      })),
      { key: oddKey, value: -2.5, step: 0, timestamp: 0 },
    ],
  });
  await send("POST", "runs/log-inputs", {
    run_id: records.run,
    datasets: [{
      tags: [{ key: "mlflow.data.context", value: hostile }],
      dataset: { name: hostile, digest: "d1", source_type: hostile, source: "{}" },
    }],
    models: [{ model_id: hostile }],
  });
  await send("POST", "runs/outputs", {
    run_id: records.run,
    models: [{ model_id: hostile, step: 3 }, { model_id: records.loggedModel, step: 5 }],
  });
  await send("POST", "runs/update", {
    run_id: records.run,
    status: "FINISHED",
    end_time: Date.UTC(2024, 3, 1, 0, 1, 30),
  });
  await send("POST", "runs/create", {
    experiment_id: experiment,
    run_name: "other",
    start_time: 0,
  });
  await send("POST", "runs/log-batch", {
    run_id: records.otherRun,
    params: [{ key: "depth", value: "6" }, { key: "seed", value: "1" }],
    metrics: [0.25, 0.5].map((value, step) => ({ key: "auc", value, step, timestamp: 0 })),
  });
  await send("POST", "runs/create", { experiment_id: experiment, run_name: "gone" });
  await send("POST", "runs/delete", { run_id: records.deletedRun });
}

async function addLoggedModel(send: Send): Promise<void> {
  const { experiment, run, loggedModel } = records;
  await send("POST", "logged-models", {
    experiment_id: experiment,
    name: "forest <b>",
    model_type: hostile,
    source_run_id: run,
    params: [{ key: oddKey, value: hostile }],
    tags: [{ key: oddKey, value: hostile }],
  });
  await send("PATCH", `logged-models/${loggedModel}`, { status: "LOGGED_MODEL_READY" });
  await send("POST", "runs/log-metric", {
    run_id: run,
    model_id: loggedModel,
    dataset_name: hostile,
    dataset_digest: "d1",
    ...{ key: "auc", value: 0.8125, step: 3, timestamp: 0 },
  });
}

async function addModels(send: Send): Promise<void> {
  const name = records.model;
  const tags = [{ key: oddKey, value: hostile }];
  await send("POST", "registered-models/create", { name, tags, description: hostile });
  for (const [run_id, model_id] of [[records.run, records.loggedModel], [records.otherRun]]) {
    const source = `mlflow-artifacts:/${records.experiment}/${run_id}/artifacts/model`;
    await send("POST", "model-versions/create", { name, source, run_id, model_id, tags });
  }
  await send("POST", "registered-models/alias", { name, alias: "champion", version: "2" });
}
