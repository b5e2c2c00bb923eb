import assert from "node:assert/strict";
import fc from "fast-check";
import { drawMeters, splitMeters } from "./split_meters.ts";

const meterIds = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 3 });

Deno.test("splitMeters() puts every meter in exactly one group and none is empty", () => {
  fc.assert(fc.property(meterIds, fc.integer(), (ids, seed) => {
    const { train, validation, test } = splitMeters(ids, seed);
    assert.deepEqual([...train, ...validation, ...test].sort(), [...ids].sort());
    assert.ok(train.length > 0 && validation.length > 0 && test.length > 0);
  }));
});

Deno.test("splitMeters() ignores the order of the meters", () => {
  fc.assert(fc.property(meterIds, fc.integer(), (ids, seed) => {
    assert.deepEqual(splitMeters(ids.toReversed(), seed), splitMeters(ids, seed));
  }));
});

Deno.test("splitMeters() gives 39 meters as 23, 8 and 8, drawn anew by another seed", () => {
  const ids = Array.from({ length: 39 }, (_, i) => `b${i}`);
  const split = splitMeters(ids, 1);
  assert.deepEqual(
    [split.train.length, split.validation.length, split.test.length],
    [23, 8, 8],
  );
  assert.notDeepEqual(splitMeters(ids, 2), split);
});

Deno.test("splitMeters() needs three different meters", () => {
  assert.throws(() => splitMeters(["a", "b", "a"], 1), { name: "RangeError", message: /got 2$/ });
});

Deno.test("drawMeters() keeps the order of the others when a meter is added", () => {
  const ids = Array.from({ length: 20 }, (_, i) => `m${i}`);
  const drawn = drawMeters(ids, 3);
  assert.deepEqual(drawn.toSorted(), ids.toSorted());
  assert.notDeepEqual(drawn, drawMeters(ids, 4));
  assert.deepEqual(drawMeters([...ids, "new"], 3).filter((id) => id !== "new"), drawn);
});
