import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportScaler } from "./scaler.ts";

const kwh = ["kwh"];

Deno.test("exportScaler() centres, scales and clips", async () => {
  const x = matrix(kwh, [2, 4, 0, 100, -100, 1e30, -1e30]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportScaler(graph, features, { center: [2], inverse: [0.5], clip: 8 }),
  );
  assert.deepEqual(scores, [0, 1, -1, 8, -8, 8, -8]);
});

Deno.test("exportScaler() puts a missing value and a column without values in training at 0", async () => {
  const missing = await exportedScores(
    matrix(kwh, [NaN]),
    (graph, features) => exportScaler(graph, features, { center: [2], inverse: [0.5], clip: 8 }),
  );
  const empty = await exportedScores(
    matrix(kwh, [2, 3, 1e30, Infinity]),
    (graph, features) => exportScaler(graph, features, { center: [2], inverse: [0], clip: 8 }),
  );
  assert.deepEqual(missing, [0]);
  assert.deepEqual(empty, [0, 0, 0, 0]);
});
