import assert from "node:assert/strict";
import type { Run } from "../../registry/mod.ts";
import { toVersion } from "./version.ts";

const RUN: Run = {
  runId: "a1",
  runName: "01_explore",
  experimentId: "1",
  userId: "",
  status: "FAILED",
  startTime: Date.UTC(2026, 0, 31, 12),
  endTime: Date.UTC(2026, 0, 31, 12, 0, 2) + 500,
  artifactUri: "",
  lifecycleStage: "active",
  metrics: { roc_auc: 0.75 },
  params: { dataset: "hostel" },
  tags: {
    "wattbook.notebook": "01_explore",
    "wattbook.notebook_digest": "ab12",
    "wattbook.kernel": "deno 2.9.6",
    "wattbook.error": "Error: Bad",
    "wattbook.runs": "b2 c3",
    "mlflow.source.git.commit": "cd34",
  },
  modelInputs: [],
  modelOutputs: [],
  datasets: [{ name: "hostel", digest: "ef56", tags: { "mlflow.data.context": "notebook" } }],
};

Deno.test("toVersion() reads all that a run of a notebook logs", () => {
  assert.deepEqual(toVersion(RUN), {
    runId: "a1",
    notebook: "01_explore",
    digest: "ab12",
    commit: "cd34",
    kernel: "deno 2.9.6",
    status: "FAILED",
    error: "Error: Bad",
    startedAt: "2026-01-31T12:00:00.000Z",
    seconds: 2.5,
    params: { dataset: "hostel" },
    figures: { roc_auc: 0.75 },
    datasets: [{ name: "hostel", digest: "ef56" }],
    runs: ["b2", "c3"],
  });
});

Deno.test("toVersion() leaves out what a run that goes on does not know yet", () => {
  const version = toVersion({ ...RUN, status: "RUNNING", endTime: undefined, tags: {} });
  assert.deepEqual([version.seconds, version.commit, version.error, version.runs], [
    undefined,
    undefined,
    undefined,
    [],
  ]);
});
