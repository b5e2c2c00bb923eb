import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { missingShare, wentMissing } from "./went_missing.ts";

Deno.test("missingShare() counts NaN alone", () => {
  assert.equal(missingShare(columnSample(Float64Array.of(NaN, 0, Infinity, NaN))), 1 / 2);
  assert.equal(missingShare(columnSample(Float64Array.of(1))), 0);
  assert.equal(missingShare(columnSample(Float64Array.of(NaN))), 1);
});

Deno.test("wentMissing() needs half of all values more than the worst chunk lacks", () => {
  assert.equal(wentMissing(0.5, 0), true);
  assert.equal(wentMissing(0.75, 0.25), true);
  assert.equal(wentMissing(0.74, 0.25), false);
  assert.equal(wentMissing(0, 0), false);
  assert.equal(wentMissing(0.25, 0.75), false);
});

Deno.test("wentMissing() hears a column whose last values go, and not one that never was", () => {
  assert.equal(wentMissing(1, 0.9), true);
  assert.equal(wentMissing(0.99, 0.9), false);
  assert.equal(wentMissing(1, 1), false);
});
