import assert from "node:assert/strict";
import { fitScaledBaseline, scaledDistance } from "./scaled_baseline.ts";

const fit = { knots: [], ridge: 1, leastRows: 1 };

Deno.test("fitScaledBaseline() measures residuals by 1.4826 times the median of their sizes", () => {
  // Levels 2 and 15: what is left is -1, 1, -5, 0 and 5.
  const rows = { cells: [0, 0, 1, 1, 1], values: [1, 3, 10, 15, 20], temperatures: [] };
  assert.equal(fitScaledBaseline(rows, fit).inverse, 1 / 1.4826);
});

Deno.test("fitScaledBaseline() takes no baseline for perfect, and a constant in its own unit", () => {
  // Each cell has one value, so nothing is left; the values lie 0, 2, 2 from their median.
  const exact = { cells: [0, 1, 2], values: [1, 3, 5], temperatures: [] };
  assert.equal(fitScaledBaseline(exact, fit).inverse, 1 / (1e-3 * (2 * 1.4826)));
  const constant = { cells: [0, 0], values: [4, 4], temperatures: [] };
  assert.equal(fitScaledBaseline(constant, fit).inverse, 1 / 1e-3);
});

Deno.test("fitScaledBaseline() is silent without rows", () => {
  const none = fitScaledBaseline({ cells: [], values: [], temperatures: [] }, fit);
  assert.equal(scaledDistance(none, 1e30, 0, NaN), 0);
});

Deno.test("scaledDistance() is the same above and below what is expected", () => {
  const levels = Array.from({ length: 193 }, () => 5);
  const baseline = { levels, knots: [0, 10], slopes: [0.5], inverse: 4 };
  assert.deepEqual([7, 8].map((value) => scaledDistance(baseline, value, 0, 5)), [2, 2]);
});
