import assert from "node:assert/strict";
import fc from "fast-check";
import { type Matrix, matrix, selectRows } from "../matrix.ts";
import { rowHashes } from "../row_hash.ts";
import { canonicalOrder } from "./canonical_order.ts";

function rowsInOrder(x: Matrix): number[] {
  return [...selectRows(x, canonicalOrder(x)).values];
}

Deno.test("canonicalOrder() sorts rows by their hash", () => {
  const x = matrix(["a"], [5, 3, 8, 1, 9, 2]);
  const hashes = rowHashes(x, 0);
  assert.deepEqual(
    [...canonicalOrder(x)],
    [0, 1, 2, 3, 4, 5].sort((a, b) => hashes[a] - hashes[b]),
  );
});

Deno.test("canonicalOrder() sorts many rows by their hash", () => {
  const x = matrix(["a"], Float32Array.from({ length: 10_000 }, (_, i) => i));
  const hashes = rowHashes(x, 0);
  const inOrder = Array.from(canonicalOrder(x), (row) => hashes[row]);
  assert.deepEqual(inOrder, [...hashes].sort((a, b) => a - b));
});

Deno.test("canonicalOrder() does not see the order of the rows", () => {
  const value = fc.oneof(fc.float(), fc.constantFrom(NaN, 0, 1));
  const rows = fc.array(fc.tuple(value, value), { maxLength: 50 });
  fc.assert(fc.property(rows, fc.infiniteStream(fc.nat()), (list, keys) => {
    const shuffled = list.map((row) => ({ row, key: keys.next().value ?? 0 }))
      .sort((a, b) => a.key - b.key).map(({ row }) => row);
    const given = rowsInOrder(matrix(["a", "b"], list.flat()));
    const other = rowsInOrder(matrix(["a", "b"], shuffled.flat()));
    // −0 and 0 are one value here, as for every detector.
    assert.deepEqual(other.map((v) => v + 0), given.map((v) => v + 0));
  }));
});

Deno.test("canonicalOrder() parts different rows that share a hash", () => {
  // 2¹⁸ different rows in 2³² hashes: some eight pairs collide.
  const values = Float32Array.from({ length: 2 * 2 ** 18 }, (_, i) => i % 2 ? i >> 11 : i >> 1);
  const x = matrix(["a", "b"], values);
  assert.ok(new Set(rowHashes(x, 0)).size < x.rows, "the rows must hold a collision");
  const backwards = selectRows(x, Uint32Array.from({ length: x.rows }, (_, i) => x.rows - 1 - i));
  assert.deepEqual(
    selectRows(backwards, canonicalOrder(backwards)).values,
    selectRows(x, canonicalOrder(x)).values,
  );
});

Deno.test("canonicalOrder() keeps every one of equal rows", () => {
  const order = canonicalOrder(matrix(["a"], new Float32Array(1000)));
  assert.deepEqual([...order].sort((a, b) => a - b), Array.from({ length: 1000 }, (_, i) => i));
});

Deno.test("canonicalOrder() of no rows is empty", () => {
  assert.equal(canonicalOrder(matrix(["a"], [])).length, 0);
});

Deno.test("canonicalOrder() puts equal rows in the order of their labels", () => {
  const x = matrix(["a"], [1, 2, 1, 2, 1, 2]);
  const labels = Uint8Array.of(1, 1, 0, 0, 1, 0);
  const order = [...canonicalOrder(x, labels)];
  for (const [value, expected] of [[1, [0, 1, 1]], [2, [0, 0, 1]]] as const) {
    const rows = order.filter((row) => x.values[row] === value);
    assert.deepEqual(rows.map((row) => labels[row]), expected);
  }
});
