import assert from "node:assert/strict";
import { rateChange } from "./rate_change.ts";

function close(actual: number, expected: number, tolerance = 1e-12): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

Deno.test("rateChange() of equal exposures is the binomial test of a fair coin", () => {
  // Three of three heads: 1 / 8; none or more: certain.
  const change = rateChange({ events: 0, exposure: 7 }, { events: 3, exposure: 7 });
  close(change.more, 1 / 8);
  close(change.fewer, 1);
  close(change.either, 1 / 4);
});

Deno.test("rateChange() sums the tail of the binomial distribution", () => {
  // Two or more of four at a share of 1 / 3: 1 − (2/3)⁴ − 4 · (1/3) · (2/3)³ = 33 / 81.
  const change = rateChange({ events: 2, exposure: 2 }, { events: 2, exposure: 1 });
  close(change.more, 33 / 81);
  // Two or fewer: (16 + 32 + 24) / 81.
  close(change.fewer, 72 / 81);
});

Deno.test("rateChange() turns round when reference and current change places", () => {
  const forth = rateChange({ events: 5, exposure: 12 }, { events: 4, exposure: 1 });
  const back = rateChange({ events: 4, exposure: 1 }, { events: 5, exposure: 12 });
  close(forth.more, back.fewer);
  close(forth.fewer, back.more);
});

Deno.test("rateChange() without any event knows of no change", () => {
  const change = rateChange({ events: 0, exposure: 12 }, { events: 0, exposure: 1 });
  assert.deepEqual(change, { more: 1, fewer: 1, either: 1 });
});

Deno.test("rateChange() stands many events, where the terms are tiny at first", () => {
  // By the normal approximation with continuity: z = (499.5 − 500) / √250, P = 0.51261.
  const even = rateChange({ events: 500, exposure: 1 }, { events: 500, exposure: 1 });
  close(even.more, 0.51261, 1e-4);
  const leap = rateChange({ events: 10, exposure: 12 }, { events: 1000, exposure: 1 });
  assert.ok(leap.more < 1e-300);
  close(leap.fewer, 1);
});

Deno.test("rateChange() refuses what is no rate", () => {
  const one = { events: 1, exposure: 1 };
  for (const wrong of [{ events: -1, exposure: 1 }, { events: 0.5, exposure: 1 }]) {
    assert.throws(() => rateChange(one, wrong), {
      name: "RangeError",
      message: `Cannot compare rates as events must be a whole number >= 0 and the exposure ` +
        `positive: current values are ${wrong.events} and 1`,
    });
  }
  assert.throws(() => rateChange({ events: 1, exposure: 0 }, one), RangeError);
});
