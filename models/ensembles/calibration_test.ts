import assert from "node:assert/strict";
import fc from "fast-check";
import { calibrate, fitCalibration } from "./calibration.ts";

Deno.test("fitCalibration() sets its knots where one score in 1, 2, 5, 10 … is higher", () => {
  const scores = Array.from({ length: 101 }, (_, i) => 100 - i);
  const { knots, values, width } = fitCalibration(scores);
  assert.deepEqual(knots.map((knot) => Math.round(knot * 1e9) / 1e9), [0, 50, 80, 90, 95, 98, 99]);
  const expected = [1, 2, 5, 10, 20, 50, 100].map((k) => 0.95 * Math.log(k) / Math.log(100));
  values.forEach((value, i) => assert.ok(Math.abs(value - expected[i]) < 1e-12));
  assert.ok(Math.abs(width - 1) < 1e-9);
});

Deno.test("fitCalibration() gives tied scores the value of their whole tail", () => {
  // Nine in ten score 0: the knots of one row in 1, 2 and 5 are one, and its value is 0.
  const { knots, values, width } = fitCalibration([0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);
  assert.equal(knots[0], 0);
  assert.ok(Math.abs(knots[1] - 1) < 1e-12);
  assert.deepEqual(values, [0, 0.95]);
  assert.equal(width, knots[1]);
});

Deno.test("fitCalibration() lets what exceeds tied highest scores climb to the top", () => {
  const { knots, values, width } = fitCalibration([0, 1, 4, 4, 4, 4, 4, 4, 4, 4]);
  assert.deepEqual(knots, [0, 4, 8]);
  assert.deepEqual(values, [0, 0.95 * (Math.log(2) / Math.log(10)), 0.95]);
  assert.equal(width, 4);
});

Deno.test("fitCalibration() of one score, or of equal ones, counts from there in raw units", () => {
  const expected = { knots: [3, 4], values: [0, 0.95], width: 1 };
  assert.deepEqual(fitCalibration([3]), expected);
  assert.deepEqual(fitCalibration([3, 3, 3, 3]), expected);
});

Deno.test("fitCalibration() takes scores a rounding error apart for one", () => {
  assert.deepEqual(fitCalibration([0.5, 0.5 + 2 ** -52]), fitCalibration([0.5]));
});

Deno.test("fitCalibration() parts scores more than 1e-6 apart, of large scores that share", () => {
  assert.deepEqual(fitCalibration([0, 1e-5]).knots, [0, 5e-6]);
  assert.deepEqual(fitCalibration([1e9, 1e9 + 100]).knots, [1e9, 1e9 + 1]);
  assert.deepEqual(fitCalibration([1e9, 1e9 + 10_000]).knots, [1e9, 1e9 + 5000]);
});

Deno.test("fitCalibration() refuses no scores and scores that are not finite", () => {
  assert.throws(() => fitCalibration([]), {
    name: "RangeError",
    message: "Cannot calibrate without scores",
  });
  for (const score of [NaN, Infinity]) {
    assert.throws(() => fitCalibration([1, score]), {
      name: "RangeError",
      message: `Cannot calibrate as scores must be finite: current value is ${score}`,
    });
  }
});

Deno.test("calibrate() is 0 below, linear between and rational above the knots", () => {
  const calibration = { knots: [0, 2, 10], values: [0, 0.5, 0.95], width: 8 };
  const scores = [-5, 0, 1, 2, 6, 10, 18, 34, 1e300];
  const expected = [0, 0, 0.25, 0.5, 0.725, 0.95, 0.975, 0.9875, 1];
  calibrate(calibration, scores).forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]) < 1e-12, `${scores[i]} became ${value}`)
  );
});

Deno.test("calibrate() keeps ranks and stays in [0, 1]", () => {
  const scores = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(fc.property(scores, scores, (training, list) => {
    const sorted = Float64Array.from(list).sort();
    const calibrated = calibrate(fitCalibration(training), sorted);
    calibrated.forEach((value, i) => {
      assert.ok(value >= 0 && value <= 1);
      if (i > 0) assert.ok(value >= calibrated[i - 1] - 1e-15, `${value} after a higher one`);
    });
  }));
});

Deno.test("calibrate() gives the training scores values by their rarity alone", () => {
  const plain = Array.from({ length: 1000 }, (_, i) => i / 1000);
  const curved = plain.map((score) => Math.exp(5 * score));
  const one = calibrate(fitCalibration(plain), plain);
  const other = calibrate(fitCalibration(curved), curved);
  for (const row of [0, 500, 800, 900, 990]) assert.ok(Math.abs(one[row] - other[row]) < 2e-3);
});
