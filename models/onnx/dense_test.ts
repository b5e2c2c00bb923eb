import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportDense } from "./dense.ts";
import { exportedScores } from "./exported_scores.ts";

Deno.test("exportDense() multiplies each row with the kernel and adds the bias", async () => {
  const x = matrix(["a", "b"], [1, 2, -1, 0.5]);
  const kernel = { shape: [2, 1], values: [0.5, -2] };
  const bias = { shape: [1], values: [0.25] };
  const scores = await exportedScores(
    x,
    (graph, features) => exportDense(graph, features, kernel, bias),
  );
  assert.deepEqual(scores, [0.5 - 4 + 0.25, -0.5 - 1 + 0.25]);
});
