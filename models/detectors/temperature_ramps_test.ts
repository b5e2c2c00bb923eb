import assert from "node:assert/strict";
import { temperatureKnots, temperatureRamps } from "./temperature_ramps.ts";

Deno.test("temperatureKnots() keeps the breakpoints within the temperatures seen", () => {
  assert.deepEqual(temperatureKnots([21, -4, 12], [-10, -4, 0, 10, 21, 40]), [-4, 0, 10, 21]);
  assert.deepEqual(temperatureKnots([5, 6], []), [5, 6]);
});

Deno.test("temperatureKnots() is empty for fewer than two different temperatures", () => {
  assert.deepEqual(temperatureKnots([], [0]), []);
  assert.deepEqual(temperatureKnots([5, 5], [0]), []);
});

Deno.test("temperatureRamps() share the way from the first knot out, and stop at the last", () => {
  const knots = [-5, 0, 10, 12];
  const ramps = [-9, -5, -2, 0, 7, 11, 12, 99].map((t) => temperatureRamps(t, knots));
  assert.deepEqual(ramps, [
    [0, 0, 0],
    [0, 0, 0],
    [3, 0, 0],
    [5, 0, 0],
    [5, 7, 0],
    [5, 10, 1],
    [5, 10, 2],
    [5, 10, 2],
  ]);
  assert.deepEqual(temperatureRamps(3, []), []);
});
