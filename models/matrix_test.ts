import assert from "node:assert/strict";
import { matrix, requireColumns, selectColumns, selectRows } from "./matrix.ts";

Deno.test("matrix() counts rows and rounds values to float32", () => {
  const x = matrix(["a", "b"], [0.1, 2, 3, NaN]);
  assert.equal(x.rows, 2);
  assert.equal(x.values[0], Math.fround(0.1));
  assert.ok(Number.isNaN(x.values[3]));
});

Deno.test("matrix() takes a number beyond float32 for an infinite one", () => {
  assert.deepEqual([...matrix(["a"], [1e39, -1e39]).values], [Infinity, -Infinity]);
});

Deno.test("matrix() keeps a Float32Array without copying it", () => {
  const values = new Float32Array([1, 2]);
  assert.equal(matrix(["a"], values).values, values);
});

Deno.test("matrix() accepts zero rows", () => {
  assert.equal(matrix(["a"], []).rows, 0);
});

Deno.test("matrix() refuses ragged values, no columns and repeated columns", () => {
  assert.throws(() => matrix(["a", "b"], [1, 2, 3]), {
    name: "RangeError",
    message: "Cannot fill rows of 2 columns with 3 values",
  });
  assert.throws(() => matrix([], []), RangeError);
  assert.throws(() => matrix(["a", "a"], []), RangeError);
});

Deno.test("selectRows() repeats and reorders rows", () => {
  const x = matrix(["a", "b"], [1, 2, 3, 4]);
  assert.deepEqual([...selectRows(x, [1, 1, 0]).values], [3, 4, 3, 4, 1, 2]);
});

Deno.test("selectRows() takes many rows from far apart", () => {
  const x = matrix(["a", "b", "c"], Float32Array.from({ length: 3000 }, (_, at) => at));
  const indices = Array.from({ length: 200 }, (_, i) => i * 379 % 1000);
  const expected = indices.flatMap((row) => [3 * row, 3 * row + 1, 3 * row + 2]);
  assert.deepEqual([...selectRows(x, indices).values], expected);
});

Deno.test("selectColumns() reorders columns and drops the others", () => {
  const x = matrix(["a", "b", "c"], [1, 2, 3, 4, NaN, 6]);
  assert.deepEqual(selectColumns(x, ["c", "b"]), matrix(["c", "b"], [3, 2, 6, NaN]));
  assert.deepEqual(selectColumns(matrix(["a", "b"], []), ["b"]), matrix(["b"], []));
});

Deno.test("selectColumns() gives the matrix itself where nothing changes", () => {
  const x = matrix(["a", "b"], [1, 2]);
  assert.equal(selectColumns(x, ["a", "b"]), x);
});

Deno.test("selectColumns() refuses unknown, repeated and no columns", () => {
  const x = matrix(["a", "b"], [1, 2]);
  assert.throws(() => selectColumns(x, ["b", "d"]), {
    name: "RangeError",
    message: "Cannot select columns as each must be one of a, b: current value is d",
  });
  assert.throws(() => selectColumns(x, ["b", "b"]), RangeError);
  assert.throws(() => selectColumns(x, []), RangeError);
});

Deno.test("requireColumns() names the expected and the given columns", () => {
  assert.throws(() => requireColumns(matrix(["b", "a"], []), ["a", "b"]), {
    name: "TypeError",
    message: /expected \[a, b\], got \[b, a\]/,
  });
});
