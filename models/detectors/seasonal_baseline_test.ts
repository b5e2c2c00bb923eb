import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { seasonalBaseline, type SeasonalBaselineState } from "./seasonal_baseline.ts";
import reference from "./seasonal_baseline_reference.json" with { type: "json" };

const columns = ["kwh", "hour", "weekday", "temperature_c"];
const train = matrix(columns, reference.train.flat());
const { breakpoints, ridge } = reference;

function near(actual: number, expected: number, tolerance = 1e-9): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

Deno.test("seasonalBaseline() solves the least squares of NumPy", async () => {
  const fitted = await seasonalBaseline({ breakpoints, ridge, leastRows: 1 }).fit(train, {
    seed: 1,
  });
  const state: SeasonalBaselineState = JSON.parse(JSON.stringify(fitted));
  const { withTemperature: warm, withoutTemperature: plain } = state;
  assert.deepEqual(warm.knots, reference.knots);
  reference.slopes.forEach((slope, k) => near(warm.slopes[k], slope));
  reference.cells.forEach((cell, k) => {
    near(warm.levels[cell], reference.levels[k]);
    near(plain.levels[cell], reference.plainLevels[k]);
  });
  near(1 / warm.inverse, reference.scale);
  near(1 / plain.inverse, reference.plainScale);
});

Deno.test("seasonalBaseline() scores residuals in their scale, without a temperature by the level", async () => {
  const fitted = await seasonalBaseline({ breakpoints, ridge, leastRows: 1 }).fit(train, {
    seed: 1,
  });
  const { cells: [cell], levels: [level], slopes: [slope], knots: [coldest] } = reference;
  const [hour, weekday] = [cell % 24, Math.floor(cell / 24)];
  const x = matrix(columns, [9, hour, weekday, coldest + 2, 9, hour, weekday, NaN]);
  const [warm, blind] = fitted.anomalyScores(x);
  near(warm, Math.abs(9 - level - 2 * slope) / reference.scale, 1e-6);
  near(blind, Math.abs(9 - reference.plainLevels[0]) / reference.plainScale, 1e-6);
});

Deno.test("seasonalBaseline() explains the first column that is not required, or its target", async () => {
  const wide = ["hour", "first", "weekday", "second", "temperature_c"];
  const x = matrix(wide, [1, 5, 1, 50, 7, 1, 6, 1, 60, 7, 1, 7, 1, 70, 7]);
  const odd = matrix(wide, [1, 6, 1, 90, 7]);
  const [first, second] = await Promise.all(
    [undefined, "second"].map((target) => seasonalBaseline({ target }).fit(x, { seed: 1 })),
  );
  assert.deepEqual([...first.anomalyScores(odd)], [0]);
  // All rows are at one temperature: the level is 60, the median residual 10.
  near(second.anomalyScores(odd)[0], 3 / 1.4826);
});

Deno.test("seasonalBaseline() gives 0 to rows without the target and to one never seen", async () => {
  const fitted = await seasonalBaseline().fit(matrix(columns, [1, 1, 1, 1, 3, 1, 1, 2]), {
    seed: 1,
  });
  assert.deepEqual([...fitted.anomalyScores(matrix(columns, [NaN, 1, 1, 1]))], [0]);
  const never = await seasonalBaseline().fit(matrix(columns, [NaN, 1, 1, 1]), { seed: 1 });
  assert.deepEqual([...never.anomalyScores(matrix(columns, [1e30, 1, 1, 1, 3, 1, 1, NaN]))], [
    0,
    0,
  ]);
});

Deno.test("seasonalBaseline() skips rows without a temperature in the baseline that has one", async () => {
  const values = [1, 3, 5].flatMap((kwh, row) => [kwh, 8, 1, row]);
  const fitted = await seasonalBaseline({ leastRows: 1, ridge: 1e-9 }).fit(
    matrix(columns, [...values, 80, 8, 1, NaN]),
    { seed: 1 },
  );
  const state: SeasonalBaselineState = JSON.parse(JSON.stringify(fitted));
  near(state.withTemperature.slopes[0], 2, 1e-6);
  near(state.withTemperature.levels[32], 1, 1e-6);
  near(state.withoutTemperature.levels[32], 89 / 4, 1e-6);
});

Deno.test("seasonalBaseline() takes no baseline for perfect, and none of a constant for blind", async () => {
  // The line 1 + 2t leaves nothing; of 1, 3, 5 the median deviation is 2, a thousandth counts.
  const values = [1, 3, 5].flatMap((kwh, row) => [kwh, 8, 1, row]);
  const line = await seasonalBaseline({ leastRows: 1, ridge: 1e-12 }).fit(matrix(columns, values), {
    seed: 1,
  });
  near(line.anomalyScores(matrix(columns, [3.5, 8, 1, 1]))[0], 0.5 / (1e-3 * 2 * 1.4826), 1e-3);
  const flat = await seasonalBaseline().fit(matrix(columns, [4, 8, 1, 1, 4, 8, 1, 2]), { seed: 1 });
  near(flat.anomalyScores(matrix(columns, [4.5, 8, 1, 1]))[0], 500);
  assert.equal(flat.anomalyScores(matrix(columns, [Infinity, 8, 1, 1]))[0], 1e6);
});

Deno.test("seasonalBaseline() bends at CalTRACK's temperatures unless told otherwise", async () => {
  const ends = matrix(columns, [1, 8, 1, -40, 2, 8, 1, 60]);
  const state: SeasonalBaselineState = JSON.parse(
    JSON.stringify(await seasonalBaseline().fit(ends, { seed: 1 })),
  );
  const fahrenheit = state.withTemperature.knots.map((celsius) => celsius * 1.8 + 32);
  assert.deepEqual(fahrenheit.map(Math.round), [-40, 30, 45, 55, 65, 75, 90, 140]);
});

Deno.test("seasonalBaseline() refuses bad options and a target that is not there", async () => {
  assert.throws(() => seasonalBaseline({ ridge: 0 }), {
    name: "RangeError",
    message: "Cannot fit a seasonal baseline as ridge must be finite and > 0: current value is 0",
  });
  assert.throws(() => seasonalBaseline({ breakpoints: [5, 5] }), {
    name: "RangeError",
    message: "Cannot fit a seasonal baseline as breakpoints must be finite and increasing: " +
      "current value is 5, 5",
  });
  assert.throws(() => seasonalBaseline({ breakpoints: [NaN] }), RangeError);
  assert.throws(() => seasonalBaseline({ leastRows: 0.5 }), RangeError);
  for (const target of ["gas", "hour"]) {
    await assert.rejects(async () => await seasonalBaseline({ target }).fit(train, { seed: 1 }), {
      name: "RangeError",
      message: `Cannot fit a seasonal baseline: expected the target "${target}" beside hour, ` +
        "weekday, temperature_c, got [kwh, hour, weekday, temperature_c]",
    });
  }
  const bare = matrix(columns.slice(1), [1, 2, 3]);
  await assert.rejects(async () => await seasonalBaseline().fit(bare, { seed: 1 }), {
    name: "RangeError",
    message: "Cannot fit a seasonal baseline: expected a column beside hour, weekday, " +
      "temperature_c, got [hour, weekday, temperature_c]",
  });
});
