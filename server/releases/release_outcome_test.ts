import assert from "node:assert/strict";
import { addEvent, startRateComparison } from "../../models/mod.ts";
import { releaseOutcome } from "./release_outcome.ts";

/** Of `days` that one side alone marked, every `nth` was the challenger's. */
function outcome(days: number, isChallengers: (day: number) => boolean) {
  let comparison = startRateComparison();
  for (let day = 0; day < days; day++) comparison = addEvent(comparison, isChallengers(day), 0.5);
  return releaseOutcome({ comparison });
}

Deno.test("releaseOutcome() decides as soon as the interval leaves 1, and not before", () => {
  assert.equal(outcome(3, () => true).outcome, "undecided");
  assert.equal(outcome(12, () => true).outcome, "more_alerts");
  assert.equal(outcome(12, () => false).outcome, "fewer_alerts");
});

Deno.test("releaseOutcome() calls versions alike only after many days", () => {
  const even = (day: number) => day % 2 === 0;
  assert.equal(outcome(40, even).outcome, "undecided");
  const { outcome: decided, ratio, low, high } = outcome(400, even);
  assert.deepEqual([decided, ratio], ["alike", 1]);
  assert.ok(low >= 2 / 3 && high <= 1.5);
});
