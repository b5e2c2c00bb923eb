import assert from "node:assert/strict";
import { featureCuts } from "./feature_cuts.ts";

function cuts(values: readonly number[], most: number): number[] {
  return [...featureCuts(Float32Array.from(values), most)];
}

Deno.test("featureCuts() cuts halfway between values that are few", () => {
  assert.deepEqual(cuts([-2, -1, -1, 3], 3), [-1.5, 1]);
  assert.deepEqual(cuts([4, 4, 4], 255), []);
  assert.deepEqual(cuts([], 255), []);
});

Deno.test("featureCuts() fills bins evenly where values are many", () => {
  const values = Array.from({ length: 12 }, (_, i) => i);
  assert.deepEqual(cuts(values, 3), [3.5, 7.5]);
  assert.deepEqual(cuts(values, 5), [2.5, 5.5, 7.5, 9.5]);
});

Deno.test("featureCuts() leaves a value that fills a bin alone", () => {
  // Six of nine rows are 5: more than a third, and the other rows are 3 in 2 bins.
  assert.deepEqual(cuts([1, 2, 5, 5, 5, 5, 5, 5, 9], 3), [3.5, 7]);
  // Even where little stands before it: at least half of its fair share.
  assert.deepEqual(cuts([1, 5, 5, 5, 5, 5, 5, 8, 9], 3), [3, 6.5]);
});

Deno.test("featureCuts() never makes more bins than asked for", () => {
  for (let most = 2; most < 12; most++) {
    const values = Array.from({ length: 100 }, (_, i) => Math.floor(i ** 1.5 / 9));
    assert.ok(cuts(values, most).length < most);
  }
});

Deno.test("featureCuts() parts neighbouring float32 values and the largest ones", () => {
  const next = 1 + 2 ** -23;
  const [cut] = cuts([1, next], 2);
  assert.ok(cut >= 1 && cut < next);
  const largest = (2 - 2 ** -23) * 2 ** 127;
  assert.deepEqual(cuts([-largest, largest], 2), [0]);
});
