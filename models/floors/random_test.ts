import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { randomFloor } from "./random.ts";

const x = matrix(["a"], Float32Array.from({ length: 10_000 }, (_, i) => i));

Deno.test("randomFloor is uniform over ten bins", () => {
  const counts = new Array(10).fill(0);
  for (const score of randomFloor.anomalyScores(x, 1)) counts[Math.floor(score * 10)]++;
  const chiSquare = counts.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  assert.ok(chiSquare < 27.88, `chi-square with 9 degrees of freedom at 0.001: ${chiSquare}`);
});

Deno.test("randomFloor is uncorrelated between seeds", () => {
  const one = randomFloor.anomalyScores(x, 1);
  const other = randomFloor.anomalyScores(x, 2);
  const products = one.map((score, row) => (score - 0.5) * (other[row] - 0.5) * 12);
  const correlation = products.reduce((sum, product) => sum + product, 0) / x.rows;
  assert.ok(Math.abs(correlation) < 0.04, `four standard errors: ${correlation}`);
});
