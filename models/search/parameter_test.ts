import assert from "node:assert/strict";
import { type Parameter, placeOf, valueAt } from "./parameter.ts";

const whole: Parameter = { name: "n", kind: "whole", low: 2, high: 5 };
const real: Parameter = { name: "r", kind: "real", low: -1, high: 3 };
const log: Parameter = { name: "l", kind: "log", low: 1e-3, high: 10 };
const choice: Parameter = { name: "c", kind: "choice", values: [64, "all"] };

Deno.test("valueAt() gives whole numbers and choices places of the same width", () => {
  const places = [0, 0.24, 0.25, 0.49, 0.5, 0.74, 0.75, 1];
  assert.deepEqual(places.map((place) => valueAt(whole, place)), [2, 2, 3, 3, 4, 4, 5, 5]);
  assert.deepEqual([0, 0.49, 0.5, 1].map((place) => valueAt(choice, place)), [
    64,
    64,
    "all",
    "all",
  ]);
});

Deno.test("valueAt() divides a range evenly, or evenly by logarithm", () => {
  assert.deepEqual([0, 0.25, 1].map((place) => valueAt(real, place)), [-1, 0, 3]);
  assert.deepEqual([0, 0.25, 0.5, 1].map((place) => valueAt(log, place)), [1e-3, 0.01, 0.1, 10]);
});

Deno.test("valueAt() keeps four digits and stays in the range", () => {
  assert.equal(valueAt({ name: "r", kind: "real", low: 0, high: 1 }, 0.123456), 0.1235);
  assert.equal(valueAt({ name: "r", kind: "real", low: 0, high: 0.99999 }, 1), 0.99999);
});

Deno.test("placeOf() is the middle of what valueAt() makes the value of", () => {
  assert.deepEqual([2, 3, 5].map((value) => placeOf(whole, value)), [0.125, 0.375, 0.875]);
  assert.deepEqual([64, "all"].map((value) => placeOf(choice, value)), [0.25, 0.75]);
  assert.deepEqual([placeOf(real, 0), placeOf(log, 1e-3), placeOf(log, 10)], [0.25, 0, 1]);
  for (const parameter of [whole, real, log, choice]) {
    for (const place of [0.125, 0.375, 0.625, 0.875]) {
      const value = valueAt(parameter, place);
      assert.equal(valueAt(parameter, placeOf(parameter, value)), value);
    }
  }
});
