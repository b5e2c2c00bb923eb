import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { hourOfWeekZScore, type HourOfWeekZScoreState } from "./hour_of_week_z_score.ts";

const columns = ["kwh", "hour", "weekday"];

/** Rows of one hour of the week. */
function rowsAt(hour: number, weekday: number, values: readonly number[]): number[] {
  return values.flatMap((value) => [value, hour, weekday]);
}

async function stateOf(
  leastRows: number | undefined,
  values: readonly number[],
): Promise<HourOfWeekZScoreState> {
  const fitted = await hourOfWeekZScore({ leastRows }).fit(matrix(columns, values), { seed: 1 });
  return JSON.parse(JSON.stringify(fitted));
}

/** Monday at 3 lies at 2, Monday at 18 at 10, both with a median absolute deviation of 1. */
const monday = [...rowsAt(3, 1, [1, 2, 3]), ...rowsAt(18, 1, [9, 10, 11])];

Deno.test("hourOfWeekZScore() judges a value by the hour of the week it belongs to", async () => {
  const fitted = await hourOfWeekZScore({ leastRows: 3 }).fit(matrix(columns, monday), { seed: 1 });
  const scores = fitted.anomalyScores(
    matrix(columns, [...rowsAt(3, 1, [2, 10]), ...rowsAt(18, 1, [2, 10, 11])]),
  );
  assert.deepEqual([...scores], [0, 8, 8, 0, 1].map((deviations) => deviations * (1 / 1.4826)));
});

Deno.test("hourOfWeekZScore() scores by the column that is oddest and passes over gaps", async () => {
  const wide = ["kwh", "hour", "change", "weekday"];
  const train = [1, 3, -10, 1, 2, 3, 0, 1, 3, 3, 10, 1];
  const fitted = await hourOfWeekZScore({ leastRows: 1 }).fit(matrix(wide, train), { seed: 1 });
  const x = matrix(wide, [4, 3, 0, 1, 4, 3, 50, 1, NaN, 3, 20, 1, NaN, 3, NaN, 1]);
  const expected = [2 / 1.4826, 5 / 1.4826, 2 / 1.4826, 0];
  fitted.anomalyScores(x).forEach((score, row) =>
    assert.ok(Math.abs(score - expected[row]) < 1e-12, `row ${row}: ${score}`)
  );
});

Deno.test("hourOfWeekZScore() takes an hour with too few rows for that hour on any day, or for all", async () => {
  // Tuesday at 3 has 2 of the 3 rows it needs; 3 o'clock has 5 on any day, 18 o'clock 2.
  const { center } = await stateOf(3, [
    ...rowsAt(3, 1, [1, 2, 3]),
    ...rowsAt(3, 2, [20, 30]),
    ...rowsAt(18, 1, [7, 100]),
  ]);
  assert.equal(center[24 * 1 + 3][0], 2);
  assert.equal(center[24 * 2 + 3][0], 3);
  assert.equal(center[24 * 5 + 3][0], 3);
  assert.equal(center[24 * 7 + 3][0], 3);
  assert.equal(center[24 * 1 + 18][0], 7);
  assert.equal(center[192][0], 7);
});

Deno.test("hourOfWeekZScore() compares a row without its weekday or hour with the wider cell", async () => {
  const values = [...monday, ...rowsAt(3, 2, [4, 5])];
  const fitted = await hourOfWeekZScore({ leastRows: 1 }).fit(matrix(columns, values), { seed: 1 });
  // Medians: 3 at 3 o'clock on any day, 4.5 over all eight rows.
  const x = matrix(columns, [3, 3, NaN, 3, 3, 9, 4.5, NaN, 1, 4.5, 24, 1]);
  assert.deepEqual([...fitted.anomalyScores(x)], [0, 0, 0, 0]);
});

Deno.test("hourOfWeekZScore() learns the hour of day from rows without a weekday", async () => {
  const { center } = await stateOf(1, [...rowsAt(3, NaN, [8]), ...rowsAt(NaN, 2, [1])]);
  assert.equal(center[24 * 4 + 3][0], 8);
  assert.equal(center[24 * 2 + 5][0], 4.5);
});

Deno.test("hourOfWeekZScore() takes no hour for more than ten times as steady as all rows", async () => {
  // Of all rows the median is 3, and that of the distances from it (2, 2, 2, 0, 0, 97, 97, 97) 2.
  const { inverse } = await stateOf(2, [
    ...rowsAt(3, 1, [1, 1, 1]),
    ...rowsAt(9, 1, [2, 4]),
    ...rowsAt(12, 1, [3, 3]),
    ...rowsAt(18, 1, [100, 100, 100]),
  ]);
  const all = 2 * 1.4826;
  assert.equal(inverse[192][0], 1 / all);
  assert.equal(inverse[24 + 18][0], 1 / (0.1 * all));
  assert.equal(inverse[24 + 9][0], 1 / 1.4826);
});

Deno.test("hourOfWeekZScore() notices the first move of a column that never moved in training", async () => {
  const fitted = await hourOfWeekZScore({ leastRows: 1 }).fit(
    matrix(columns, rowsAt(3, 1, [4, 4, 4])),
    { seed: 1 },
  );
  assert.deepEqual([...fitted.anomalyScores(matrix(columns, rowsAt(3, 1, [4, 4.5])))], [0, 5]);
});

Deno.test("hourOfWeekZScore() bounds scores and is silent about a column without values", async () => {
  const wide = [...columns, "never"];
  const train = matrix(wide, [1, 3, 1, NaN, 2, 3, 1, NaN, 3, 3, 1, NaN]);
  const fitted = await hourOfWeekZScore({ leastRows: 1 }).fit(train, { seed: 1 });
  const x = matrix(wide, [Infinity, 3, 1, NaN, 2, 3, 1, -Infinity]);
  assert.deepEqual([...fitted.anomalyScores(x)], [1e6, 0]);
});

Deno.test("hourOfWeekZScore() needs 30 rows for an hour of its own unless told otherwise", async () => {
  const values = (rows: number) => Array.from({ length: rows }, (_, i) => i);
  const rest = rowsAt(3, 2, values(100).map((value) => value + 500));
  assert.equal(
    (await stateOf(undefined, [...rowsAt(3, 1, values(29)), ...rest])).center[27][0],
    535,
  );
  assert.equal(
    (await stateOf(undefined, [...rowsAt(3, 1, values(30)), ...rest])).center[27][0],
    14.5,
  );
});

Deno.test("hourOfWeekZScore() refuses bad options and rows without anything to judge", async () => {
  assert.throws(() => hourOfWeekZScore({ leastRows: 0 }), {
    name: "RangeError",
    message: "Cannot fit hour-of-week z-scores as leastRows must be a whole number >= 1: " +
      "current value is 0",
  });
  const calendar = matrix(["hour", "weekday"], [1, 2]);
  await assert.rejects(async () => await hourOfWeekZScore().fit(calendar, { seed: 1 }), {
    name: "RangeError",
    message: "Cannot fit hour-of-week z-scores: expected a column beside hour and weekday, " +
      "got [hour, weekday]",
  });
});
