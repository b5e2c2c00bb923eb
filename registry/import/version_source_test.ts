import assert from "node:assert/strict";
import type { SourceVersion } from "./run_source.ts";
import { targetSource } from "./version_source.ts";

const runs = new Map([[
  "r1",
  {
    runId: "r2",
    artifactUri: "mlflow-artifacts:/1/r2/artifacts",
    lifecycle: "active",
    sourceId: "r1",
    finished: true,
  } as const,
]]);
const models = new Map([["m-1", { modelId: "m-2", artifactUri: "", finished: true }]]);

function sourceOf(version: Partial<SourceVersion>) {
  const facts = { version: 1, creationTime: 0, description: "", stage: "None", tags: {} };
  const unknown = { source: "", storage: version.source ?? "", runId: "", modelId: "" };
  return targetSource({ ...facts, ...unknown, ...version }, { runs, models });
}

Deno.test("targetSource() finds the run or the model by where the files lie", () => {
  const model = { source: "models:/m-2", modelId: "m-2" };
  assert.deepEqual(sourceOf({ source: "file:///x/mlruns/0/models/m-1/artifacts" }), model);
  assert.deepEqual(sourceOf({ source: "models:/m-1", modelId: "m-1", runId: "r1" }), {
    ...model,
    runId: "r2",
  });
  const run = { runId: "r2", source: "mlflow-artifacts:/1/r2/artifacts/model/deep" };
  assert.deepEqual(sourceOf({ source: "s3://bucket/0/r1/artifacts/model/deep" }), run);
  // A copy of another version says where that one's files lie.
  assert.deepEqual(
    sourceOf({ source: "models:/load/3", storage: "mlflow-artifacts:/0/r1/artifacts/model/deep" }),
    run,
  );
});

Deno.test("targetSource() keeps an address that holds everywhere, and no path of another machine", () => {
  assert.deepEqual(sourceOf({ source: "s3://bucket/models/best", runId: "r1" }), {
    source: "s3://bucket/models/best",
    runId: "r2",
  });
  for (const source of ["/home/ann/model", "file:///home/ann/model", "", "models:/gone/3"]) {
    assert.equal(sourceOf({ source }), undefined);
  }
});
