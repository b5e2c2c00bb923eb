import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";

Deno.test("exportedScores() gives back what the graph computes, between -9.5 and 9.5", async () => {
  const raw = [-9.5, -1.25, -0, 0.1, 3.14159, 9.5];
  const scores = await exportedScores(matrix(["kwh"], raw), (_, features) => features);
  assert.deepEqual(scores, [-9.5, -1.25, 0, 0.1, 3.14159, 9.5]);
});
