import assert from "node:assert/strict";
import { referenceColumn } from "./reference_column.ts";

Deno.test("referenceColumn() counts missing values apart", () => {
  assert.deepEqual(referenceColumn("beds", Float64Array.of(6, NaN, 2, 4, 2, NaN)), {
    column: "beds",
    n: 6,
    median: 3,
    // Squares of -1.5, -1.5, 0.5 and 2.5.
    deviation: Math.sqrt(11 / 4),
    edges: [2, 4],
    perValue: true,
    counts: [2, 1, 1, 2],
    sketch: { values: [2, 4, 6], below: [0, 2, 3], upTo: [2, 3, 4] },
  });
});

Deno.test("referenceColumn() of missing values alone has no median and one empty bin", () => {
  assert.deepEqual(referenceColumn("temperature_c", Float64Array.of(NaN, NaN)), {
    column: "temperature_c",
    n: 2,
    median: null,
    deviation: null,
    edges: [],
    perValue: false,
    counts: [0, 2],
    sketch: { values: [], below: [], upTo: [] },
  });
});

Deno.test("referenceColumn() has a bin per value up to 24 of them, and no deviation of equal ones", () => {
  const column = (distinct: number) =>
    referenceColumn("hour", Float64Array.from({ length: 60 }, (_, i) => i % distinct));
  assert.deepEqual([column(24).perValue, column(25).perValue], [true, false]);
  // Three tenths do not add up to nine tenths by rounding.
  assert.equal(referenceColumn("flat", Float64Array.of(0.1, 0.1, 0.1)).deviation, 0);
});

Deno.test("referenceColumn() is the same of float32 values", () => {
  const values = Float32Array.from({ length: 3000 }, (_, i) => (i * 37) % 1013 / 7);
  assert.deepEqual(
    referenceColumn("kwh", values),
    referenceColumn("kwh", Float64Array.from(values)),
  );
});

Deno.test("referenceColumn() survives JSON and leaves its input as it was", () => {
  const values = Float64Array.from({ length: 400 }, (_, i) => (i * 37) % 101 / 7);
  const column = referenceColumn("kwh", values);
  assert.deepEqual(JSON.parse(JSON.stringify(column)), column);
  assert.deepEqual(values, Float64Array.from({ length: 400 }, (_, i) => (i * 37) % 101 / 7));
  assert.deepEqual(referenceColumn("kwh", values.toReversed()), column);
});

Deno.test("referenceColumn() refuses no values and infinite ones", () => {
  assert.throws(() => referenceColumn("kwh", new Float64Array(0)), {
    name: "RangeError",
    message: 'Cannot describe the column "kwh" without values',
  });
  for (const value of [-Infinity, Infinity]) {
    assert.throws(() => referenceColumn("kwh", Float64Array.of(1, value, NaN)), {
      name: "RangeError",
      message: 'Cannot describe the column "kwh" as its values must be finite or missing: ' +
        `current value is ${value}`,
    });
  }
});
