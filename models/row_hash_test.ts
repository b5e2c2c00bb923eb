import assert from "node:assert/strict";
import { matrix } from "./matrix.ts";
import { canonicalBits, rowHashes, scanRows } from "./row_hash.ts";

Deno.test("rowHashes() is MurmurHash3 of the row's bytes", () => {
  // Published vectors of MurmurHash3_x86_32, for the four-byte keys 00000000 and 21436587.
  const bits = Uint32Array.of(0x00000000, 0x87654321);
  const x = matrix(["a"], new Float32Array(bits.buffer));
  assert.deepEqual([...rowHashes(x, 0)], [0x2362f9de, 0xf55b516b]);
  assert.equal(rowHashes(x, 0x5082edee)[1], 0x2362f9de);
});

Deno.test("rowHashes() sees every column, and its place", () => {
  const hashes = rowHashes(matrix(["a", "b"], [1, 2, 2, 1, 1, 3, 1, NaN]), 0);
  assert.equal(new Set(hashes).size, 4);
});

Deno.test("rowHashes() takes every NaN for one and -0 for 0", () => {
  const bits = Uint32Array.of(0x7fc00000, 0xffc00001, 0x7f800001, 0x80000000, 0);
  const hashes = rowHashes(matrix(["a"], new Float32Array(bits.buffer)), 1);
  assert.equal(new Set(hashes.subarray(0, 3)).size, 1);
  assert.equal(hashes[3], hashes[4]);
});

Deno.test("rowHashes() keeps infinities apart from NaN", () => {
  const hashes = rowHashes(matrix(["a"], [Infinity, -Infinity, NaN]), 0);
  assert.equal(new Set(hashes).size, 3);
});

Deno.test("rowHashes() reads a matrix that is a view into a larger buffer", () => {
  const values = Float32Array.of(9, 1, 2, 9).subarray(1, 3);
  assert.deepEqual(rowHashes(matrix(["a"], values), 5), rowHashes(matrix(["a"], [1, 2]), 5));
});

Deno.test("rowHashes() gives a row the same hash wherever it stands", () => {
  // More rows than are hashed in one go, wider ones than fit one go, and counts that four does not
  // divide.
  for (const [rows, width] of [[5003, 3], [7, 5000]]) {
    const row = Float32Array.from({ length: width }, (_, column) => column + 0.5);
    const values = new Float32Array(rows * width);
    for (let start = 0; start < values.length; start += width) values.set(row, start);
    const columns = Array.from(row, (value) => `${value}`);
    const hashes = rowHashes(matrix(columns, values), 3);
    const [alone] = rowHashes(matrix(columns, row), 3);
    assert.deepEqual(new Set(hashes), new Set([alone]));
    assert.equal(hashes.length, rows);
  }
});

Deno.test("scanRows() finds an infinite value in any place", () => {
  for (const at of [0, 1, 4999, 5000, 14_997, 14_998]) {
    const values = new Float32Array(14_999).fill(NaN, 0, 100);
    assert.equal(scanRows(matrix(["a"], values), 1).someInfinite, false);
    values[at] = -Infinity;
    assert.equal(scanRows(matrix(["a"], values), 1).someInfinite, true, `at ${at}`);
  }
});

Deno.test("rowHashes() of no rows is empty", () => {
  assert.equal(rowHashes(matrix(["a"], []), 0).length, 0);
});

Deno.test("canonicalBits() changes nothing but -0 and NaN", () => {
  assert.equal(canonicalBits(0xff800000), 0xff800000);
  assert.equal(canonicalBits(0xff800001), 0x7fc00000);
  assert.equal(canonicalBits(0x80000000), 0);
  assert.equal(canonicalBits(0x80000001), 0x80000001);
});
