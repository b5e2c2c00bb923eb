import assert from "node:assert/strict";
import { referenceColumn } from "./reference_column.ts";

Deno.test("referenceColumn() counts missing values apart", () => {
  assert.deepEqual(referenceColumn("beds", Float64Array.of(6, NaN, 2, 4, 2, NaN)), {
    column: "beds",
    n: 6,
    median: 3,
    edges: [2, 4],
    counts: [2, 1, 1, 2],
    sketch: { values: [2, 4, 6], below: [0, 2, 3], upTo: [2, 3, 4] },
  });
});

Deno.test("referenceColumn() of missing values alone has no median and one empty bin", () => {
  assert.deepEqual(referenceColumn("temperature_c", Float64Array.of(NaN, NaN)), {
    column: "temperature_c",
    n: 2,
    median: null,
    edges: [],
    counts: [0, 2],
    sketch: { values: [], below: [], upTo: [] },
  });
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
