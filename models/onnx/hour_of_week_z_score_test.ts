import assert from "node:assert/strict";
import type { HourOfWeekZScoreState } from "../detectors/hour_of_week_z_score.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportHourOfWeekZScore } from "./hour_of_week_z_score.ts";

/** Centres 0 and inverses 1 but for Sunday at 5, 5 o'clock and all rows. */
const state: HourOfWeekZScoreState = {
  kind: "hour_of_week_z_score",
  columns: ["kwh", "hour", "weekday", "change"],
  center: Array.from({ length: 193 }, (_, cell) => [({ 5: 2, 173: 3, 192: 4 })[cell] ?? 0, 0]),
  inverse: Array.from({ length: 193 }, (_, cell) => [cell === 5 ? 2 : 1, cell === 192 ? 0 : 1]),
  clip: 9,
};

function scoresOf(values: readonly number[]): Promise<number[]> {
  const x = matrix(state.columns, values);
  return exportedScores(
    x,
    (graph, features) => exportHourOfWeekZScore(graph, features, state),
  );
}

Deno.test("exportHourOfWeekZScore() takes the largest deviation from the row's own cell", async () => {
  assert.deepEqual(await scoresOf([4, 5, 0, 1, 2, 5, 0, -3, 2, 5, 1, 0]), [4, 3, 2]);
});

Deno.test("exportHourOfWeekZScore() takes wider cells for rows without weekday or hour", async () => {
  assert.deepEqual(await scoresOf([5, 5, NaN, 0, 5, NaN, 0, 7]), [2, 1]);
});

Deno.test("exportHourOfWeekZScore() adds nothing for missing values and clips the largest", async () => {
  assert.deepEqual(await scoresOf([NaN, 5, 0, 3, NaN, 5, 0, NaN, 1e30, 5, 0, 0]), [3, 0, 9]);
});
