import assert from "node:assert/strict";
import { random } from "../random.ts";
import { addEvent, rateVerdict, startRateComparison } from "./rate_comparison.ts";

const ALPHA = 0.05;

/** Events of a challenger whose rate is `ratio` times the champion's. */
function run(seed: number, events: number, ratio: number, exposure: number) {
  const next = random(seed);
  const share = ratio * exposure / (1 - exposure + ratio * exposure);
  let state = startRateComparison();
  for (let i = 0; i < events; i++) state = addEvent(state, next() < share, exposure);
  return state;
}

Deno.test("addEvent() weighs a ratio by the likelihood of the events so far", () => {
  let state = startRateComparison();
  for (const byChallenger of [true, true, false]) state = addEvent(state, byChallenger, 0.2);
  // Ratio 64 stands last: the challenger has 64 · 0.2 / (0.8 + 64 · 0.2) of the events.
  const share = 64 * 0.2 / (0.8 + 64 * 0.2);
  const expected = Math.log(share ** 2 * (1 - share) / (0.2 ** 2 * 0.8));
  assert.ok(Math.abs(state.logLikelihood.at(-1)! - expected) < 1e-12);
  assert.deepEqual([state.events, state.challenger], [3, 2]);
});

Deno.test("rateVerdict() is seldom wrong about equal rates, however often one looks", () => {
  let wrong = 0;
  for (let seed = 0; seed < 400; seed++) {
    const exposure = [0.1, 0.5, 0.8][seed % 3];
    if (rateVerdict(run(seed, 400, 1, exposure), ALPHA).pValue <= ALPHA) wrong++;
  }
  // 20 are allowed for; a binomial share of 0.05 in 400 seldom exceeds 30.
  assert.ok(wrong <= 30, String(wrong));
});

Deno.test("rateVerdict() finds a doubled rate, and its interval holds it", () => {
  let held = 0;
  for (let seed = 0; seed < 50; seed++) {
    const { pValue, low, high } = rateVerdict(run(seed, 600, 2, 0.3), ALPHA);
    assert.ok(pValue < ALPHA);
    if (low <= 2 && 2 <= high) held++;
  }
  assert.ok(held >= 45, String(held));
});

Deno.test("rateVerdict() does not depend on which side is called the challenger", () => {
  const mirror = (byChallenger: readonly boolean[], exposure: number) =>
    rateVerdict(
      byChallenger.reduce((state, by) => addEvent(state, by, exposure), startRateComparison()),
      ALPHA,
    );
  const events = [true, true, false, true, true, true];
  const one = mirror(events, 0.3);
  const other = mirror(events.map((by) => !by), 0.7);
  for (
    const [a, b] of [[one.low, 1 / other.high], [one.high, 1 / other.low], [
      one.ratio,
      1 / other.ratio,
    ], [one.pValue, other.pValue]]
  ) assert.ok(Math.abs(a / b - 1) < 1e-9, `${a} ${b}`);
});

Deno.test("rate comparisons go on after a round trip through JSON", () => {
  const state = run(1, 10, 1, 0.5);
  const read = JSON.parse(JSON.stringify(state));
  assert.deepEqual(addEvent(read, true, 0.5), addEvent(state, true, 0.5));
});

Deno.test("rate comparisons refuse shares and alphas that are none", () => {
  for (const value of [0, 1, NaN, -1]) {
    assert.throws(() => addEvent(startRateComparison(), true, value), RangeError);
    assert.throws(() => rateVerdict(startRateComparison(), value), RangeError);
  }
});
