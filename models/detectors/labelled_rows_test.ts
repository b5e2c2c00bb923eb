import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { labelledRows } from "./labelled_rows.ts";

Deno.test("labelledRows() keeps each label with its row, in whatever order they came", () => {
  const one = labelledRows(matrix(["a", "b"], [1, NaN, 3, 4, 5, 6]), {
    seed: 1,
    labels: Uint8Array.of(1, 0, 1),
  });
  const other = labelledRows(matrix(["a", "b"], [5, 6, 1, NaN, 3, 4]), {
    seed: 1,
    labels: Uint8Array.of(1, 1, 0),
  });
  assert.deepEqual(other, one);
  assert.deepEqual(one.rows.columns, ["a", "b"]);
  const labelOf = new Map(
    Array.from(one.labels, (label, row) => [one.rows.values[2 * row], label]),
  );
  assert.deepEqual(labelOf, new Map([[1, 1], [3, 0], [5, 1]]));
});

Deno.test("labelledRows() orders equal rows by their labels", () => {
  const x = matrix(["a"], [1, 1, 1]);
  const labels = [[0, 1, 1], [1, 0, 1], [1, 1, 0]].map((given) =>
    labelledRows(x, { seed: 1, labels: Uint8Array.from(given) }).labels
  );
  assert.deepEqual(labels[1], labels[0]);
  assert.deepEqual(labels[2], labels[0]);
});

Deno.test("labelledRows() refuses what is not one 0 or 1 per row", () => {
  const x = matrix(["a"], [1, 2]);
  assert.throws(() => labelledRows(x, { seed: 1 }), {
    name: "RangeError",
    message: "Cannot fit a supervised detector: expected labels, got none",
  });
  assert.throws(() => labelledRows(x, { seed: 1, labels: Uint8Array.of(1) }), {
    name: "RangeError",
    message: "Cannot fit a supervised detector: expected 2 labels, got 1",
  });
  assert.throws(() => labelledRows(x, { seed: 1, labels: Uint8Array.of(1, 3) }), {
    name: "RangeError",
    message: "Cannot fit a supervised detector: expected labels of 0 and 1, got 3",
  });
});

Deno.test("labelledRows() refuses an infinite value and names its column", () => {
  const labels = Uint8Array.of(0, 1);
  assert.throws(() => labelledRows(matrix(["a", "b"], [1, 2, 3, -Infinity]), { seed: 1, labels }), {
    name: "RangeError",
    message:
      'Cannot fit a detector as values must be finite or NaN: current value of "b" is -Infinity',
  });
});
