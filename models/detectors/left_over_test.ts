import assert from "node:assert/strict";
import { leftOverLengths } from "./left_over.ts";

Deno.test("leftOverLengths() is the distance to the line or plane of the axes", () => {
  const points = Float64Array.of(1, 2, 2, 5, 0, 12, 0.6, 0.8, 0);
  const near = (axes: Float64Array, expected: number[]) =>
    leftOverLengths(points, 3, axes).forEach((length, i) => {
      assert.ok(Math.abs(length - expected[i]) < 1e-15, `${length}, not ${expected[i]}`);
    });
  near(new Float64Array(), [3, 13, 1]);
  near(Float64Array.of(1, 0, 0), [Math.sqrt(8), 12, 0.8]);
  near(Float64Array.of(1, 0, 0, 0, 0, 1), [2, 0, 0.8]);
  near(Float64Array.of(0.6, 0.8, 0), [Math.sqrt(9 - 2.2 ** 2), Math.sqrt(160), 0]);
});
