import assert from "node:assert/strict";
import { criticalChiSquare } from "./critical_chi_square.ts";

Deno.test("criticalChiSquare() comes near the tables, the nearer the more degrees of freedom", () => {
  for (
    const [freedom, quantile, near] of [
      [1, 3.841, 0.03],
      [2, 5.991, 0.01],
      [3, 7.815, 0.006],
      [9, 16.919, 0.003],
      [30, 43.773, 0.001],
      [100, 124.342, 0.0003],
    ]
  ) {
    const ratio = criticalChiSquare(freedom) / quantile;
    assert.ok(Math.abs(ratio - 1) < near, `${freedom}: ${ratio}`);
  }
});
