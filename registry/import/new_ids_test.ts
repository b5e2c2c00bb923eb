import assert from "node:assert/strict";
import { mlmodelWithNewIds, tagsWithNewIds, withNewIds } from "./new_ids.ts";

const run = "a".repeat(32);
const model = `m-${"b".repeat(32)}`;
const newIds: Readonly<Record<string, string>> = { [run]: "R", [model]: "M" };

function newId(id: string): string | undefined {
  return newIds[id];
}

Deno.test("withNewIds() replaces whole ids that are known, wherever they stand", () => {
  assert.equal(withNewIds(`runs:/${run}/model`, newId), "runs:/R/model");
  assert.equal(withNewIds(`models:/${model}, ${run}`, newId), "models:/M, R");
  // Longer runs of digits, such as a SHA-256, hold no id, nor does a model's without its "m-".
  for (const text of [`${run}${run}`, `x${run}`, "b".repeat(32), run.toUpperCase()]) {
    assert.equal(withNewIds(text, newId), text);
  }
});

Deno.test("tagsWithNewIds() and mlmodelWithNewIds() change MLflow's own fields alone", () => {
  const history = JSON.stringify([{ run_id: run, artifact_path: "model" }]);
  assert.deepEqual(tagsWithNewIds({ "mlflow.log-model.history": history, parent: run }, newId), {
    "mlflow.log-model.history": '[{"run_id":"R","artifact_path":"model"}]',
    parent: run,
  });
  const lines = [`  run_id: ${run}`, `run_id: '${run}'`, `model_id: ${model}`, `note: ${model}`];
  assert.deepEqual(mlmodelWithNewIds(lines.join("\n"), newId).split("\n"), [
    `  run_id: ${run}`,
    "run_id: 'R'",
    "model_id: M",
    `note: ${model}`,
  ]);
});
