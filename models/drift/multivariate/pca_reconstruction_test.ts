import assert from "node:assert/strict";
import { matrix } from "../../matrix.ts";
import { random } from "../../random.ts";
import { pcaReconstruction } from "./pca_reconstruction.ts";

Deno.test("pcaReconstruction is the mean length beside the kept axes by hand", async () => {
  // Scaled, the columns are ±1 with the correlation 1/2: the axes (1, 1) and (1, -1) over √2 have
  // 3/4 and 1/4 of the variance, so that 65 % are held by the first.
  const reference = matrix(["a", "b"], [1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, 1, -1, -1, 1]);
  const learnt = await pcaReconstruction.learn(reference, { seed: 7 });
  // A row (a, b) has |a - b| / √2 left: 0 six times and √2 twice.
  const mean = Math.SQRT2 / 4;
  assert.ok(Math.abs(await learnt.compute(reference) - mean) < 1e-6);
  const current = matrix(["a", "b"], [3, 1, NaN, 2]);
  assert.ok(Math.abs(await learnt.compute(current) - Math.SQRT2) < 1e-6);
  // The deviation of the errors is √(2 / 4 - 1 / 8), of 8 and 2 rows.
  const { lowest, highest } = learnt.noChangeRange(2);
  const margin = 1.96 * Math.sqrt(3 / 8) * Math.sqrt(1 / 8 + 1 / 2);
  assert.ok(Math.abs(highest - mean - margin) < 1e-6 && Math.abs(mean - lowest - margin) < 1e-6);
});

Deno.test("pcaReconstruction falls where rows vary less than the reference's", async () => {
  const next = random(5);
  const values = Float32Array.from({ length: 900 }, () => next() - 0.5);
  const learnt = await pcaReconstruction.learn(matrix(["a", "b", "c"], values), { seed: 7 });
  const half = await learnt.compute(matrix(["a", "b", "c"], values.map((value) => value / 2)));
  assert.ok(half < learnt.noChangeRange(300).lowest);
});
