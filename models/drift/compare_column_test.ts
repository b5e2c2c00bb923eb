import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { compareColumn } from "./compare_column.ts";
import { referenceColumn } from "./reference_column.ts";
import type { ProfiledColumn } from "./reference_profile.ts";

/** Shares 1/2 and 1/2. */
const VALVE: ProfiledColumn = {
  ...referenceColumn("valve", Float64Array.from({ length: 1000 }, (_, i) => i % 2)),
  thresholds: { l_infinity: 0.2, kolmogorov_smirnov: 0.01 },
  chunkScores: {
    // Cube roots of 0.001 and 0.216 are 0.1 and 0.6.
    l_infinity: { mean: 0.1, deviation: 0.2 },
    kolmogorov_smirnov: { mean: 0.6, deviation: 0.2 },
  },
  mostMissing: 0,
};

/** A quarter of ones less: both distances are 1/4. */
const CURRENT = columnSample(Float64Array.from({ length: 400 }, (_, i) => i % 4 === 0 ? 1 : 0));

Deno.test("compareColumn() takes the highest score in units of its threshold or its floor", () => {
  const { scores, exceeds, exceedsAsked } = compareColumn(VALVE, CURRENT, {
    tests: ["l_infinity", "kolmogorov_smirnov"],
    chunks: 6,
    asked: {},
  });
  const { l_infinity: bins, kolmogorov_smirnov: ks } = scores.tests;
  assert.ok(bins && ks);
  assert.deepEqual([bins.score, bins.threshold, bins.drifted], [0.25, 0.2, true]);
  assert.equal(ks.threshold, ks.floor);
  // The floor is 1.36 · √(1 / 1000 + 1 / 400).
  assert.ok(Math.abs(scores.severity - 0.25 / (1.36 * Math.sqrt(0.0035))) < 1e-12);
  assert.deepEqual([exceeds, exceedsAsked, scores.missing], [true, false, false]);
  assert.deepEqual([scores.referenceMedian, scores.currentMedian], [0.5, 0]);
});

Deno.test("compareColumn() has the lowest p-value times the number of tests", () => {
  const compared = compareColumn(VALVE, CURRENT, {
    tests: ["l_infinity", "kolmogorov_smirnov"],
    chunks: 6,
    asked: {},
  });
  // (0.25^(1/3) - 0.1) / (0.2 · √(7/6)) is 2.453241; SciPy: t.sf(2.453241, 5) = 0.028853.
  const p = compared.scores.tests.l_infinity?.pValue ?? NaN;
  assert.ok(Math.abs(p - 0.028853) < 1e-6, `${p}`);
  assert.equal(compared.pValue, 2 * p);
  const { pValue } = compareColumn({ ...VALVE, chunkScores: undefined }, CURRENT, {
    tests: ["l_infinity"],
    chunks: 6,
    asked: {},
  });
  assert.equal(pValue, null);
});

Deno.test("compareColumn() takes a threshold that is asked for as it is, below the floor or above", () => {
  const [low, high] = [0.001, 0.3].map((threshold) =>
    compareColumn(VALVE, CURRENT, {
      tests: ["l_infinity"],
      chunks: 6,
      asked: { l_infinity: threshold },
    })
  );
  assert.deepEqual([low.exceedsAsked, low.scores.severity], [true, 250]);
  assert.deepEqual([high.exceedsAsked, high.exceeds], [false, false]);
});

Deno.test("compareColumn() says when a column went missing", () => {
  const gone = columnSample(new Float64Array(400).fill(NaN));
  const { scores } = compareColumn(VALVE, gone, { tests: ["l_infinity"], chunks: 6, asked: {} });
  assert.deepEqual([scores.missing, scores.currentMedian], [true, null]);
});
