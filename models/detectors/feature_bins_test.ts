import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { featureBins } from "./feature_bins.ts";

Deno.test("featureBins() numbers the bins of all features, missing values last", () => {
  const bins = featureBins(matrix(["a", "b"], [1, NaN, 2, 7, 4, 5]), 1);
  assert.deepEqual(bins.cuts.map((cuts) => [...cuts]), [[1.5, 3], [6]]);
  assert.deepEqual([...bins.starts], [0, 4, 7]);
  // Bins 0, 1 and 2 of a, 3 for its missing values; then 4 and 5 of b, and 6.
  assert.deepEqual([...bins.codes], [0, 6, 1, 5, 2, 4]);
  assert.deepEqual([...bins.byFeature], [0, 1, 2, 2, 1, 0]);
});

Deno.test("featureBins() leaves out columns that do not vary, but for gaps", () => {
  const bins = featureBins(
    matrix(["same", "never", "gap", "a"], [1, NaN, NaN, 1, 1, NaN, 1, 2, 1, NaN, 1, 3]),
    1,
  );
  assert.deepEqual([...bins.columns], [2, 3]);
  assert.deepEqual([...bins.starts], [0, 2, 6]);
  assert.deepEqual([...bins.codes], [1, 2, 0, 3, 0, 4]);
});

Deno.test("featureBins() puts a value on a cut below it", () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => i / 4);
  const { cuts: [cuts], codes } = featureBins(matrix(["a"], values), 1);
  values.forEach((value, row) => {
    assert.equal(codes[row], cuts.filter((cut) => cut < value).length);
  });
});

Deno.test("featureBins() depends on the order of the values, not on their size", () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => (i * 377 % 1000) / 100 - 5);
  const one = featureBins(matrix(["a"], values), 1);
  const other = featureBins(matrix(["a"], values.map((value) => value ** 3 + 2 * value)), 1);
  assert.equal(new Set(one.codes).size, 255);
  assert.deepEqual(other.codes, one.codes);
});

Deno.test("featureBins() numbers more than 65,536 bins", () => {
  const columns = Array.from({ length: 300 }, (_, j) => `column_${j}`);
  const values = Float32Array.from({ length: 300 * 300 }, (_, at) => Math.floor(at / 300));
  const { starts, codes, byFeature } = featureBins(matrix(columns, values), 1);
  assert.equal(starts[300], 300 * 256);
  assert.equal(codes[299], 299 * 256);
  assert.equal(codes.at(-1), 300 * 256 - 2);
  assert.equal(byFeature.at(-1), 254);
});
