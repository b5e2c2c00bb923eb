import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportLeftOver } from "./left_over.ts";

const x = matrix(["a", "b", "c"], [1, 2, 2, 0, 3, 4, 3, 4, 0]);

Deno.test("exportLeftOver() is the distance to the line or plane of the axes", async () => {
  const leave = (axes: readonly (readonly number[])[]) =>
    exportedScores(x, (graph, features) => exportLeftOver(graph, features, axes));
  assert.deepEqual(await leave([[1, 0, 0]]), [2.82843, 5, 4]);
  assert.deepEqual(await leave([[0.6, 0.8, 0], [0, 0, 1]]), [0.4, 1.8, 0]);
  assert.deepEqual(await leave([]), [3, 5, 5]);
});
