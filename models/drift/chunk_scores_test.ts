import assert from "node:assert/strict";
import { random } from "../random.ts";
import { chunkPValue, chunkScores, upperLimit } from "./chunk_scores.ts";

Deno.test("upperLimit() is three deviations over one less above the mean", () => {
  const limit = upperLimit([0.12, 0.12, 0.12, 0.12, 0.12, 0.6]);
  assert.ok(Math.abs(limit - (0.2 + 3 * 0.48 / Math.sqrt(6))) < 1e-15, `${limit}`);
});

Deno.test("upperLimit() of equal scores is that score, without rounding", () => {
  assert.equal(upperLimit([0.1, 0.1, 0.1]), 0.1);
  assert.equal(chunkScores([0.1, 0.1, 0.1]).deviation, 0);
});

Deno.test("chunkPValue() is that of a Student variable over the prediction's deviation", () => {
  // 2.015048 is exceeded one time in twenty with 5 degrees of freedom.
  const score = (1 + 2.015048 * 0.5 * Math.sqrt(7 / 6)) ** 3;
  const p = chunkPValue(score, { mean: 1, deviation: 0.5 }, 6);
  assert.ok(Math.abs(p - 0.05) < 1e-6, `${p}`);
});

Deno.test("chunkPValue() is certain where all chunks scored the same", () => {
  const same = chunkScores([0.1, 0.1, 0.1]);
  assert.ok(chunkPValue(0.2, same, 6) < 1e-15);
  assert.equal(chunkPValue(0.1, same, 6), 0.5);
  assert.equal(chunkPValue(0, same, 6), 1);
});

Deno.test("chunkPValue() is seldom small by chance, of chi-square scores as of their roots", () => {
  const next = random(3);
  // Sums of four exponentials are chi-square of 8 degrees of freedom, halved.
  const score = (root: number) =>
    [1, 2, 3, 4].reduce((sum) => sum - Math.log(1 - next()), 0) ** root;
  for (const root of [1, 1 / 2]) {
    const below = [0, 0];
    for (let trial = 0; trial < 4000; trial++) {
      const scores = Array.from({ length: 12 }, () => score(root));
      const p = chunkPValue(score(root), chunkScores(scores), 12);
      if (p < 0.05) below[0]++;
      if (p < 0.005) below[1]++;
    }
    // 200 and 20, the skew that is left, and three deviations more.
    assert.ok(below[0] <= 241 && below[1] <= 40, `${below}`);
  }
});
