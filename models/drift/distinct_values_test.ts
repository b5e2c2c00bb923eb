import assert from "node:assert/strict";
import { distinctValues } from "./distinct_values.ts";

Deno.test("distinctValues() gives each value once, in order, up to the number asked for", () => {
  const sorted = Float64Array.of(-Infinity, -1, -1, 0, 2, 2, 2, Infinity);
  assert.deepEqual(distinctValues(sorted, 5), [-Infinity, -1, 0, 2, Infinity]);
  assert.equal(distinctValues(sorted, 4), undefined);
  assert.deepEqual(distinctValues([], 0), []);
});

Deno.test("distinctValues() takes 0 and -0 for one value", () => {
  assert.equal(distinctValues([-0, 0, 1], 9)?.length, 2);
});
