import assert from "node:assert/strict";
import fc from "fast-check";
import { isInShare } from "./assignment.ts";

Deno.test("isInShare() takes about the share of meters with alike names", () => {
  const meters = Array.from({ length: 10_000 }, (_, i) => `room-${i}`);
  for (const share of [0.05, 0.5, 0.9]) {
    const taken = meters.filter((meter) => isInShare(meter, share)).length / meters.length;
    // Three standard deviations of a binomial share at most.
    assert.ok(Math.abs(taken - share) < 3 * Math.sqrt(share * (1 - share) / 10_000), `${taken}`);
  }
});

Deno.test("isInShare() keeps the keys of a smaller share", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(fc.string(), share, share, (key, a, b) => {
    assert.ok(!isInShare(key, Math.min(a, b)) || isInShare(key, Math.max(a, b)));
  }));
});
