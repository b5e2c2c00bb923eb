import assert from "node:assert/strict";
import { random } from "../../random.ts";
import { adwin, type AdwinState } from "./adwin.ts";
import { watch } from "./watch.ts";

/** Number of values in the window, and their sum between 0 and 1 each. */
function content({ rows }: AdwinState): [number, number] {
  let [count, sum] = [0, 0];
  rows.forEach((row, size) =>
    row.forEach(([bucket]) => {
      count += 2 ** size;
      sum += bucket;
    })
  );
  return [count, sum];
}

Deno.test("adwin keeps every value of its window in few buckets", () => {
  const next = random(4);
  const values = Array.from({ length: 5000 }, () => 6 * next() - 3);
  const state = watch(adwin(), values);
  const [count, sum] = content(state);
  assert.equal(count, 5000);
  const expected = values.reduce((total, value) => total + 1 / 2 + value / 8, 0);
  assert.ok(Math.abs(sum - expected) < 1e-9);
  assert.ok(state.rows.flat().length <= 5 * Math.ceil(Math.log2(5000)));
});

Deno.test("adwin cuts as soon as the bound of the paper is passed at a search", () => {
  // Without noise: n values of 1/2, then k of 1/2 + 1/4; searched at multiples of 32.
  const detector = adwin({ averageRunLength: 3200 });
  const before = 320;
  const passes = (k: number) => {
    const n = before + k;
    const variance = (before / n) * (k / n) / 16;
    const confidence = Math.log(2 * Math.log(n) / 0.01);
    const harmonic = 1 / (1 / before + 1 / k);
    return 1 / 4 >
      Math.sqrt(2 * variance * confidence / harmonic) + 2 * confidence / (3 * harmonic);
  };
  const first = Array.from({ length: 10 }, (_, i) => 32 * (i + 1)).find(passes);
  const values = Array.from({ length: 640 }, (_, i) => i < before ? 0 : 2);
  const state = watch(detector, values);
  assert.equal(state.first, before + (first ?? NaN) - 1);
  // None of the old values is left: all are 3/4.
  const [count, sum] = content(state);
  assert.ok(count > 0 && Math.abs(sum / count - 3 / 4) < 0.01, `${sum} of ${count}`);
});

Deno.test("adwin takes what lies beyond four deviations for that", () => {
  const [, sum] = content(watch(adwin({ mean: 10, deviation: 2 }), [1000, -1000, 10, 14]));
  assert.equal(sum, 1 + 0 + 1 / 2 + 3 / 4);
});
