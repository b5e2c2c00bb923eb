import assert from "node:assert/strict";
import { divideMeters, type Protocol, protocols } from "./folds.ts";

const meters = Array.from({ length: 13 }, (_, i) => `m${i}`);

for (const protocol of Object.keys(protocols) as Protocol[]) {
  Deno.test(`divideMeters() by ${protocol} never has a meter in two groups and none idle`, () => {
    for (const { train, validation, test } of divideMeters(protocol, meters, 3)) {
      assert.ok(train.length > 0 && validation.length > 0 && test.length > 0);
      assert.deepEqual([...train, ...validation, ...test].sort(), meters.toSorted());
    }
  });

  Deno.test(`divideMeters() by ${protocol} depends on seed and meters, not on their order`, () => {
    const folds = divideMeters(protocol, meters, 3);
    assert.deepEqual(divideMeters(protocol, meters.toReversed(), 3), folds);
    assert.notDeepEqual(divideMeters(protocol, meters, 4), folds);
  });
}

Deno.test("divideMeters() judges every meter once, but for a split", () => {
  for (const protocol of ["leave-one-out", "folds"] as const) {
    const judged = divideMeters(protocol, meters, 3).flatMap(({ test }) => test);
    assert.deepEqual(judged.sort(), meters.toSorted());
  }
  const [{ test, validation }, ...others] = divideMeters("split", meters, 3);
  assert.deepEqual([test.length, validation.length, others.length], [3, 3, 0]);
});

Deno.test("divideMeters() by folds makes five groups as equal as can be", () => {
  const sizes = divideMeters("folds", meters, 3).map(({ test }) => test.length);
  assert.deepEqual(sizes, [3, 3, 3, 2, 2]);
  assert.equal(divideMeters("folds", ["a", "b", "c"], 3).length, 3);
});

Deno.test("divideMeters() keeps a quarter of the others for validation", () => {
  for (const { validation, train } of divideMeters("leave-one-out", meters, 3)) {
    assert.deepEqual([validation.length, train.length], [3, 9]);
  }
});

Deno.test("divideMeters() refuses fewer than three meters", () => {
  assert.throws(() => divideMeters("folds", ["a", "b"], 1), {
    name: "RangeError",
    message:
      "Cannot divide meters into training, validation and test as at least 3 are needed: got 2",
  });
});
