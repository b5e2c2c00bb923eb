import assert from "node:assert/strict";
import { axisDistances } from "./axis_distances.ts";

Deno.test("axisDistances() weighs the distances to the ends of the axes, not to their lines", () => {
  const points = Float64Array.of(0, 0, 1, 0, -1, 0, 0.6, 0.8);
  const distances = axisDistances(points, 2, Float64Array.of(1, 0), [3]);
  [3, 0, 6, 3 * Math.sqrt(0.8)].forEach((expected, i) => {
    assert.ok(Math.abs(distances[i] - expected) < 1e-15, `${distances[i]}, not ${expected}`);
  });
  const both = axisDistances(Float64Array.of(1, 3), 2, Float64Array.of(1, 0, 0, 1), [1, 0.5]);
  assert.ok(Math.abs(both[0] - 3 - Math.sqrt(5) / 2) < 1e-15);
});
