import assert from "node:assert/strict";
import { expectedKwh, fitLoadBaseline } from "./load_baseline.ts";
import reference from "./load_baseline_reference.json" with { type: "json" };

const hours = {
  days: reference.cells.map((_, row) => Math.floor(row / 24)),
  cells: reference.cells,
  kwh: reference.kwh,
  temperatures: reference.temperatures.map((temperature) => temperature ?? NaN),
};
const ALL = { from: 0, to: 13 };

function near(actual: number, expected: number, tolerance = 1e-9): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

Deno.test("fitLoadBaseline() bounds gross errors as NumPy does, in four rounds", () => {
  const baseline = fitLoadBaseline(hours, ALL);
  near(baseline.usualTemperature, reference.usualTemperature);
  assert.equal(baseline.knots.length, reference.knots.length);
  reference.knots.forEach((knot, k) => near(baseline.knots[k], knot));
  reference.slopes.forEach((slope, k) => near(baseline.slopes[k], slope));
  reference.names.forEach((cell, k) => near(baseline.levels[cell], reference.levels[k]));
});

Deno.test("fitLoadBaseline() reads no day outside of the span", () => {
  const spoilt = { ...hours, kwh: hours.kwh.map((kwh, row) => hours.days[row] < 6 ? kwh : 1e9) };
  const span = { from: 0, to: 6 };
  assert.deepEqual(fitLoadBaseline(spoilt, span), fitLoadBaseline(hours, span));
});

Deno.test("fitLoadBaseline() lets temperature play no part where it is unknown", () => {
  const unknown = { ...hours, temperatures: hours.temperatures.map(() => NaN) };
  const { knots, slopes } = fitLoadBaseline(unknown, ALL);
  assert.deepEqual([knots, slopes], [[], []]);
});

Deno.test("fitLoadBaseline() expects 1 kWh without hours", () => {
  const baseline = fitLoadBaseline(hours, { from: 50, to: 60 });
  assert.equal(expectedKwh(baseline, 8, 12), 1);
});

Deno.test("fitLoadBaseline() scales with the load", () => {
  const doubled = { ...hours, kwh: hours.kwh.map((kwh) => Math.max(kwh, 0.001) * 2) };
  const [one, two] = [hours, doubled].map((loads) => fitLoadBaseline(loads, ALL));
  near(expectedKwh(two, 9, 5) / expectedKwh(one, 9, 5), 2, 1e-6);
});
