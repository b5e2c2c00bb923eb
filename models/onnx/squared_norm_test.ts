import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportSquaredNorm, squaredNorm } from "./squared_norm.ts";

Deno.test("squaredNorm() sums the squares; an empty vector has none", () => {
  assert.equal(squaredNorm([3, -4]), 25);
  assert.equal(squaredNorm([]), 0);
});

Deno.test("exportSquaredNorm() sums the squares of each row", async () => {
  const x = matrix(["a", "b"], [0, 0, 1, -2, 1.5, 2]);
  assert.deepEqual(await exportedScores(x, exportSquaredNorm), [0, 5, 6.25]);
});
