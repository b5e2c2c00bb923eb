import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { sampleRows, trainingRows } from "./training_rows.ts";

Deno.test("trainingRows() gives all rows, in an order of their own", () => {
  const rows = trainingRows(matrix(["a", "b"], [1, NaN, 3, 4]), { seed: 1 });
  const other = trainingRows(matrix(["a", "b"], [3, 4, 1, NaN]), { seed: 1 });
  assert.deepEqual(rows, other);
  assert.deepEqual(new Set(rows.values), new Set([1, NaN, 3, 4]));
});

Deno.test("trainingRows() refuses zero rows", () => {
  assert.throws(() => trainingRows(matrix(["a"], []), { seed: 1 }), {
    name: "RangeError",
    message: "Cannot fit a detector to zero rows",
  });
});

Deno.test("trainingRows() refuses an infinite value and names its column", () => {
  assert.throws(() => trainingRows(matrix(["a", "b"], [1, 2, 3, -Infinity]), { seed: 1 }), {
    name: "RangeError",
    message:
      'Cannot fit a detector as values must be finite or NaN: current value of "b" is -Infinity',
  });
});

Deno.test("sampleRows() draws distinct rows by the seed alone", () => {
  const rows = trainingRows(matrix(["a"], Float32Array.from({ length: 100 }, (_, i) => i)), {
    seed: 1,
  });
  const drawn = sampleRows(rows, 20, 7);
  assert.equal(new Set(drawn.values).size, 20);
  assert.deepEqual(sampleRows(rows, 20, 7), drawn);
  assert.notDeepEqual(sampleRows(rows, 20, 8), drawn);
});

Deno.test("sampleRows() gives all rows when there are no more than asked for", () => {
  const rows = trainingRows(matrix(["a"], [1, 2]), { seed: 1 });
  assert.deepEqual(sampleRows(rows, 2, 7), rows);
});

Deno.test("trainingRows() does not begin when the signal is aborted", () => {
  const signal = AbortSignal.abort(new Error("Enough"));
  assert.throws(() => trainingRows(matrix(["a"], [1]), { seed: 1, signal }), { message: "Enough" });
});
