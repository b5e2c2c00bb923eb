import assert from "node:assert/strict";
import { KernelCache, type KernelMatrix } from "./kernel_cache.ts";

const ROWS = 5;
const TWO_ROWS = 2 * ROWS * 4 / 2 ** 20;
const all = Int32Array.from({ length: ROWS }, (_, i) => i);

/** Entry (i, j) is 10 · i + j; what was computed is noted. */
function tens(computed: number[] = []): KernelMatrix {
  return {
    diagonal: Float64Array.from(all, (i) => 11 * i),
    fill(into, row, places, from, to) {
      computed.push(row);
      for (const place of places.subarray(from, to)) into[place] = 10 * row + place;
    },
  };
}

Deno.test("KernelCache computes a row once while there is room", () => {
  const computed: number[] = [];
  const cache = new KernelCache(tens(computed), 1);
  for (const row of [3, 1, 3, 1, 0, 2, 4, 3]) {
    assert.deepEqual([...cache.row(row, all, ROWS)], [...all].map((j) => 10 * row + j));
  }
  assert.deepEqual(computed, [3, 1, 0, 2, 4]);
  assert.equal(cache.computed, 5 * ROWS);
});

Deno.test("KernelCache gives up the row that was asked for longest ago", () => {
  const computed: number[] = [];
  const cache = new KernelCache(tens(computed), 1.5 * TWO_ROWS);
  for (const row of [0, 1, 2, 0, 3, 0, 2, 1]) cache.row(row, all, ROWS);
  // Three rows fit: 3 takes the place of 1, then 1 that of 3.
  assert.deepEqual(computed, [0, 1, 2, 3, 1]);
});

Deno.test("KernelCache keeps the last two rows however little room there is", () => {
  const cache = new KernelCache(tens(), 0);
  const first = cache.row(1, all, ROWS);
  const second = cache.row(2, all, ROWS);
  assert.deepEqual([first[0], second[0]], [10, 20]);
  cache.row(3, all, ROWS);
  assert.deepEqual([first[0], second[0]], [30, 20]);
});

Deno.test("KernelCache computes a row at the places asked for alone, and anew when told to", () => {
  const computed: number[] = [];
  const cache = new KernelCache(tens(computed), 1);
  const places = Int32Array.of(4, 2, 0, 1, 3);
  cache.row(1, places, ROWS);
  assert.deepEqual([...cache.row(2, places, 2)], [0, 0, 22, 0, 24]);
  assert.equal(cache.computed, ROWS + 2);
  cache.forgetParts();
  cache.row(1, all, ROWS);
  assert.deepEqual([...cache.row(2, all, ROWS)], [20, 21, 22, 23, 24]);
  assert.deepEqual(computed, [1, 2, 2]);
});

Deno.test("KernelCache of one row holds it", () => {
  const one = { diagonal: Float64Array.of(7), fill: (into: Float32Array) => void (into[0] = 7) };
  const cache = new KernelCache(one, 1);
  for (let time = 0; time < 2; time++) assert.equal(cache.row(0, Int32Array.of(0), 1)[0], 7);
});
