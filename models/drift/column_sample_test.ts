import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";

Deno.test("columnSample() counts missing values and leaves them out of the sorted ones", () => {
  const values = Float32Array.of(NaN, 2, -Infinity, 2, NaN);
  assert.deepEqual(columnSample(values), { n: 5, sorted: Float32Array.of(-Infinity, 2, 2) });
  assert.deepEqual(values, Float32Array.of(NaN, 2, -Infinity, 2, NaN));
});

Deno.test("columnSample() refuses no values", () => {
  assert.throws(() => columnSample(new Float64Array(0)), {
    name: "RangeError",
    message: "Cannot compare a column with its reference without current values",
  });
});
