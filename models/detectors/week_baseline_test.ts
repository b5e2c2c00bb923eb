import assert from "node:assert/strict";
import { expectedValue, fitWeekBaseline } from "./week_baseline.ts";

const TINY = 1e-9;

function near(actual: number, expected: number, tolerance = 1e-6): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

Deno.test("fitWeekBaseline() finds levels and slopes that explain all rows", () => {
  // Cell 5 lies at 10, cell 6 at 20; -1 per °C up to 10 °C, nothing up to 20 °C, then +2.
  const cells = [5, 5, 5, 5, 6, 6, 6, 6];
  const temperatures = [0, 6, 15, 30, 0, 10, 20, 25];
  const values = [10, 4, 0, 20, 20, 10, 10, 20];
  const fit = { knots: [0, 10, 20, 30], ridge: TINY, leastRows: 1 };
  const baseline = fitWeekBaseline({ cells, values, temperatures }, fit);
  [-1, 0, 2].forEach((slope, k) => near(baseline.slopes[k], slope));
  near(baseline.levels[5], 10);
  near(baseline.levels[6], 20);
  values.forEach((value, row) =>
    near(expectedValue(baseline, cells[row], temperatures[row]), value, 1e-5)
  );
});

Deno.test("fitWeekBaseline() draws slopes to 0 by the ridge", () => {
  // From their means the ramps are -1 and 1, the values -3 and 3: slope = 6 / (2 + ridge).
  const rows = { cells: [0, 0], values: [0, 6], temperatures: [4, 6] };
  const { slopes, levels } = fitWeekBaseline(rows, { knots: [4, 6], ridge: 1, leastRows: 1 });
  near(slopes[0], 2, 1e-12);
  // The level is that at the first knot: the mean 3 less the slope on the mean ramp of 1.
  near(levels[0], 1, 1e-12);
});

Deno.test("fitWeekBaseline() learns no slope from cells that saw one temperature each", () => {
  const rows = { cells: [0, 1], values: [0, 6], temperatures: [4, 6] };
  const { slopes, levels } = fitWeekBaseline(rows, { knots: [4, 6], ridge: 1, leastRows: 1 });
  assert.deepEqual([slopes[0], levels[0], levels[1]], [0, 0, 6]);
});

Deno.test("fitWeekBaseline() without knots is the mean of each cell", () => {
  const rows = { cells: [3, 3, 27], values: [1, 2, 9], temperatures: [NaN, NaN, NaN] };
  const { levels, slopes } = fitWeekBaseline(rows, { knots: [], ridge: 1, leastRows: 1 });
  assert.deepEqual(slopes, []);
  // Cells 3 and 27 are 3 o'clock of two days: on any day the mean is 4, and so over all rows.
  assert.deepEqual([levels[3], levels[27], levels[51], levels[171], levels[0], levels[192]], [
    1.5,
    9,
    4,
    4,
    4,
    4,
  ]);
});

Deno.test("fitWeekBaseline() gives cells with too few rows a wider level, at the same slopes", () => {
  const rows = {
    cells: [3, 3, 3, 27, 28],
    values: [0, 2, 4, 13, 100],
    temperatures: [0, 1, 2, 1, 0],
  };
  const { slopes, levels } = fitWeekBaseline(rows, { knots: [0, 2], ridge: TINY, leastRows: 3 });
  near(slopes[0], 2);
  near(levels[3], 0);
  // At 0 °C: 0, 0, 0 and 11 at 3 o'clock; with the 100 of 4 o'clock, all rows.
  near(levels[27], 11 / 4);
  near(levels[28], 111 / 5);
});

Deno.test("fitWeekBaseline() expects 0 without rows", () => {
  const none = { cells: [], values: [], temperatures: [] };
  const baseline = fitWeekBaseline(none, { knots: [], ridge: 1, leastRows: 1 });
  assert.deepEqual(new Set(baseline.levels), new Set([0]));
  assert.equal(baseline.levels.length, 193);
});

Deno.test("expectedValue() keeps the slope's end beyond the first and last knot", () => {
  const levels = Array.from({ length: 193 }, () => 1);
  const baseline = { levels, knots: [0, 10], slopes: [0.5] };
  assert.deepEqual([-40, 0, 10, 40].map((t) => expectedValue(baseline, 0, t)), [1, 1, 6, 6]);
});
