import assert from "node:assert/strict";
import { random } from "../random.ts";
import { sortFloats } from "./sort_floats.ts";

const SPECIAL = [NaN, -NaN, Infinity, -Infinity, 0, -0, 1e-45, -1e-45, 3.4028235e38, -3.4028235e38];

for (const length of [0, 1, 2047, 2048, 50_000]) {
  Deno.test(`sortFloats() puts ${length} values into the order of the built-in sort`, () => {
    const next = random(length);
    const values = Float32Array.from(
      { length },
      (_, i) =>
        i < SPECIAL.length ? SPECIAL[i] : (next() - 0.5) * 10 ** Math.round(20 * next() - 10),
    );
    const before = values.slice();
    const sorted = sortFloats(values);
    // As numbers: any bits that mean NaN will do.
    assert.deepEqual([...sorted], [...values.toSorted()]);
    assert.deepEqual(values.map(Number), before.map(Number));
  });
}

Deno.test("sortFloats() takes a part of a buffer, and NaN of either sign", () => {
  const bits = new Uint32Array(6000).fill(0x40000000);
  bits.fill(0xffc00000, 2000, 2010);
  bits.fill(0x7fc00001, 2010, 2020);
  bits.fill(0xbf800000, 2020, 2030);
  const sorted = sortFloats(new Float32Array(bits.buffer, 4 * 1000, 4000));
  assert.deepEqual([...new Set(sorted)], [-1, 2, NaN]);
  assert.equal(sorted.findLastIndex((value) => value === -1), 9);
  assert.equal(sorted.findIndex(Number.isNaN), 3980);
});
