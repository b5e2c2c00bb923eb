import assert from "node:assert/strict";
import fc from "fast-check";
import { niceTicks, tickText } from "./ticks.ts";

Deno.test("niceTicks() takes steps of 1, 2 and 5 times a power of ten", () => {
  assert.deepEqual(niceTicks(0, 1, 4), { values: [0, 0.5, 1], step: 0.5 });
  assert.deepEqual(niceTicks(0.12, 0.58, 4), { values: [0.2, 0.4], step: 0.2 });
  assert.deepEqual(niceTicks(-3, 3, 6), { values: [-3, -2, -1, 0, 1, 2, 3], step: 1 });
  assert.deepEqual(niceTicks(0, 90_000, 4), { values: [0, 50_000], step: 50_000 });
  assert.deepEqual(niceTicks(0, 2, 5, 1), { values: [0, 1, 2], step: 1 });
});

Deno.test("niceTicks() stays within the range and gives no more than asked for and one", () => {
  const double = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  fc.assert(fc.property(double, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (from, span) => {
    const to = from + span;
    fc.pre(span > Math.abs(from) * 1e-9);
    const { values, step } = niceTicks(from, to, 5);
    assert.ok(values.length <= 6);
    assert.ok(values.every((value) => value >= from - step * 1e-3 && value <= to + step * 1e-3));
  }));
});

Deno.test("tickText() writes as many decimals as the step needs, and powers of ten beyond six", () => {
  assert.deepEqual([0, 0.2, 1].map((tick) => tickText(tick, 0.2)), ["0", "0.2", "1.0"]);
  assert.deepEqual([-10, 50].map((tick) => tickText(tick, 10)), ["−10", "50"]);
  assert.equal(tickText(2_500_000, 500_000), "2.5e6");
  assert.equal(tickText(0.00002, 0.00001), "0.00002");
  assert.equal(tickText(0.000002, 0.000001), "2e−6");
});
