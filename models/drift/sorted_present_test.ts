import assert from "node:assert/strict";
import { sortedPresent } from "./sorted_present.ts";

Deno.test("sortedPresent() drops missing values and orders the others", () => {
  const values = Float64Array.of(10, NaN, -Infinity, 9, NaN, Infinity, 9);
  assert.deepEqual([...sortedPresent(values)], [-Infinity, 9, 9, 10, Infinity]);
  assert.deepEqual(values, Float64Array.of(10, NaN, -Infinity, 9, NaN, Infinity, 9));
});

Deno.test("sortedPresent() of missing values alone and of none is empty", () => {
  assert.equal(sortedPresent(Float64Array.of(NaN, NaN)).length, 0);
  assert.equal(sortedPresent(new Float64Array(0)).length, 0);
});
