import assert from "node:assert/strict";
import type { SeasonalBaselineState } from "../detectors/seasonal_baseline.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportSeasonalBaseline } from "./seasonal_baseline.ts";

/** Level 5, but 1 on Sunday at 5; -1 per °C up to 2 °C, then +0.5 up to 6 °C. */
const levels = Array.from({ length: 193 }, (_, cell) => cell === 5 ? 1 : 5);
const state: SeasonalBaselineState = {
  kind: "seasonal_baseline",
  columns: ["hour", "temperature_c", "kwh", "weekday"],
  target: "kwh",
  withTemperature: { levels, knots: [0, 2, 6], slopes: [-1, 0.5], inverse: 2 },
  withoutTemperature: { levels, knots: [], slopes: [], inverse: 1 },
  clip: 9,
};

function scoresOf(of: SeasonalBaselineState, values: readonly number[]): Promise<number[]> {
  const x = matrix(state.columns, values);
  return exportedScores(x, (graph, features) => exportSeasonalBaseline(graph, features, of));
}

Deno.test("exportSeasonalBaseline() is the scaled distance from level and ramps", async () => {
  // Expected 5, 5 - 1, 5 - 2 + 1, and beyond the last knot 5 - 2 + 2.
  const rows = [9, 0, 6, 1, 9, 1, 4, 1, 9, 4, 5, 1, 9, 50, 5.5, 1, 5, -9, 2, 0];
  assert.deepEqual(await scoresOf(state, rows), [2, 0, 2, 1, 2]);
});

Deno.test("exportSeasonalBaseline() passes over gaps and clips the largest", async () => {
  // No temperature: level alone; no target: 0; no weekday: 5 o'clock on any day lies at 5.
  const rows = [5, NaN, 4, 0, 5, 1, NaN, 0, 5, 0, 6, NaN, 9, 1, 1e30, 1];
  assert.deepEqual(await scoresOf(state, rows), [3, 0, 2, 9]);
});

Deno.test("exportSeasonalBaseline() needs no slopes", async () => {
  const plain = { ...state, withTemperature: state.withoutTemperature };
  assert.deepEqual(await scoresOf(plain, [5, 20, 4, 0, 9, NaN, 4, 0]), [3, 1]);
});
