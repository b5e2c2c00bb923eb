import assert from "node:assert/strict";
import fc from "fast-check";
import { firstRowFrom, readingAt } from "./reading_at.ts";

function series(times: readonly number[]) {
  return { ts: Float64Array.from(times), kwh: Float64Array.from(times, (ts) => ts / 10) };
}

Deno.test("firstRowFrom() agrees with a linear search", () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 50 }));
  fc.assert(fc.property(times, fc.integer({ min: -1, max: 51 }), (unsorted, ts) => {
    const sorted = unsorted.sort((a, b) => a - b);
    const found = sorted.findIndex((time) => time >= ts);
    assert.equal(firstRowFrom(series(sorted), ts), found < 0 ? sorted.length : found);
  }));
});

Deno.test("readingAt() finds the exact time only, also in an empty series", () => {
  const found = [9, 10, 20, 30, 31].map((ts) => readingAt(series([10, 20, 30]), ts));
  assert.deepEqual(found, [NaN, 1, 2, 3, NaN]);
  assert.ok(Number.isNaN(readingAt(series([]), 10)));
});
