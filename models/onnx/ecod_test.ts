import assert from "node:assert/strict";
import type { EcodState } from "../detectors/ecod.ts";
import { matrix } from "../matrix.ts";
import { exportEcod } from "./ecod.ts";
import { exportedScores } from "./exported_scores.ts";

/** Tail probabilities 1/4, 1, 1/2, 1/4 in kwh; 1/8, 1/2, 1/8 in change. */
const state: EcodState = {
  kind: "ecod",
  columns: ["kwh", "change"],
  tails: [
    { rows: 3, cuts: [0, 1, Math.fround(1.1)], counts: [1, 4, 2, 1] },
    { rows: 7, cuts: [-1, 1], counts: [1, 4, 1] },
  ],
};

/** Scores in units of ln 2. */
async function scoresOf(values: readonly number[]): Promise<number[]> {
  const x = matrix(state.columns, values);
  const scores = await exportedScores(x, (graph, features) => exportEcod(graph, features, state));
  return scores.map((score) => Math.round(score / Math.LN2 * 1e4) / 1e4);
}

Deno.test("exportEcod() adds up minus the logarithms of the tail probabilities", async () => {
  assert.deepEqual(await scoresOf([0.5, 0, -9, 0, 1.05, 5, 1e30, -1e30]), [1, 3, 4, 5]);
});

Deno.test("exportEcod() counts a cut to the step below it", async () => {
  const above = Math.fround(1.1) + 2 ** -23;
  assert.deepEqual(await scoresOf([0, -1, 1, 1, 1.1, 0, above, 0]), [5, 1, 2, 3]);
});

Deno.test("exportEcod() counts nothing for a missing value", async () => {
  assert.deepEqual(await scoresOf([NaN, 5, -9, NaN, NaN, NaN]), [3, 2, 0]);
});
