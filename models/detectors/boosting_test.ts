import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { boost } from "./boosting.ts";
import { featureBins } from "./feature_bins.ts";

const bins = featureBins(matrix(["a"], [1, 1, 2, 2]), 1);
const rules = {
  trees: 2,
  learningRate: 1,
  leaves: 2,
  leafRows: 1,
  l2: 0,
  rowShare: 1,
  columnShare: 1,
};

Deno.test("boost() grows each tree from the scores the ones before it give", async () => {
  const { bias, trees } = await boost(bins, Uint8Array.of(0, 0, 1, 1), rules, { seed: 1 });
  assert.equal(bias, 0);
  assert.deepEqual(trees[0].value, [0, -2, 2]);
  // At a raw score of ±2, −G / H = ±1 / p of the certain side: 1 + e^−2.
  const [, left, right] = trees[1].value;
  const expected = 1 + Math.exp(-2);
  assert.ok(Math.abs(right - expected) < 1e-12 && Math.abs(left + expected) < 1e-12);
});

Deno.test("boost() starts from the log odds", async () => {
  const { bias, trees } = await boost(bins, Uint8Array.of(0, 0, 0, 1), rules, { seed: 1 });
  assert.equal(bias, Math.log(1 / 3));
  // p is ¼: −¼ / (3/16) on the left, ½ / (6/16) on the right.
  const [, left, right] = trees[0].value;
  assert.ok(Math.abs(left + 4 / 3) < 1e-12 && Math.abs(right - 4 / 3) < 1e-12);
});

Deno.test("boost() stays finite however certain the trees become", async () => {
  const { trees } = await boost(bins, Uint8Array.of(0, 0, 1, 1), { ...rules, trees: 200 }, {
    seed: 1,
  });
  assert.ok(trees.every(({ value }) => value.every(Number.isFinite)));
  // The second derivatives are below a thousandth of a row by then.
  assert.deepEqual(trees[199].value, [0]);
});

Deno.test("boost() grows no tree where all labels are alike", async () => {
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  assert.deepEqual(
    (await boost(bins, new Uint8Array(4), rules, { seed: 1, onProgress })).trees,
    [],
  );
  assert.deepEqual(fractions, [1]);
});

Deno.test("boost() lets a timer stop a long fit", async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort());
  const rows = Float32Array.from({ length: 100_000 }, (_, i) => i);
  const labels = Uint8Array.from(rows, (value) => value % 3 === 0 ? 1 : 0);
  await assert.rejects(
    boost(featureBins(matrix(["a"], rows), 1), labels, { ...rules, trees: 1e6 }, {
      seed: 1,
      signal: stop.signal,
    }),
    { name: "AbortError" },
  );
});
