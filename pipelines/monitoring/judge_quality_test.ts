import assert from "node:assert/strict";
import { judgeQuality } from "./judge_quality.ts";
import type { MeterPresence } from "./meter_presence.ts";
import type { QualityTally } from "./quality_tallies.ts";
import type { Span } from "./section.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
const weeks: Span[] = Array.from({ length: 9 }, (_, n) => ({
  from: n * WEEK_MS,
  to: (n + 1) * WEEK_MS,
}));

function meter(meterId: string, firstWeek = 0): MeterPresence {
  return {
    meterId,
    intervalMs: HOUR_MS,
    first: firstWeek * WEEK_MS,
    last: 9 * WEEK_MS - HOUR_MS,
    before: 1000,
    within: 168,
    usualStepBefore: HOUR_MS,
    usualStepWithin: HOUR_MS,
    longestStepBefore: HOUR_MS,
  };
}

/** Zeros for so many hours of a week. */
function zeros(meterId: string, span: number, intervals: number): QualityTally {
  return { rule: "zero_run", meterId, span, intervals, episodes: 1, since: span * WEEK_MS };
}

Deno.test("judgeQuality() compares each meter with its own weeks", () => {
  const meters = [meter("often"), meter("never")];
  const tallies = [
    ...weeks.map((_, n) => zeros("often", n, 84)),
    zeros("never", 8, 84),
  ];
  const judged = judgeQuality(tallies, meters, weeks);
  assert.deepEqual(judged.affected, [{
    meter: "never",
    rule: "zero_run",
    share: 1 / 2,
    limit: 1 / 7,
    // One episode in nine weeks falls into the last one.
    chance: judged.affected[0].chance,
    episodes: 1,
    since: "1970-02-26T00:00:00.000Z",
  }]);
  assert.ok(Math.abs(judged.affected[0].chance - 1 / 9) < 1e-12);
  assert.deepEqual([judged.affected_meters, judged.affected_share], [1, 1 / 2]);
});

Deno.test("judgeQuality() counts how many meters ordinary weeks find unusual", () => {
  const meters = Array.from("abcdefgh", (id) => meter(id));
  // In each week another meter is bad: one of eight is usual, and the last week has two.
  const tallies = [
    ...meters.map(({ meterId }, n) => zeros(meterId, n, 84)),
    zeros("a", 8, 168),
    zeros("b", 8, 168),
  ];
  const judged = judgeQuality(tallies, meters, weeks);
  assert.equal(judged.usual_affected_meters, 1);
  assert.equal(judged.affected_meters, 2);
});

Deno.test("judgeQuality() leaves weeks before a meter's first reading out", () => {
  const tallies = [zeros("young", 8, 84)];
  // Five weeks are too few to say what is usual.
  assert.equal(judgeQuality(tallies, [meter("young", 3)], weeks).affected_meters, 0);
  assert.equal(judgeQuality(tallies, [meter("young", 2)], weeks).affected_meters, 1);
});

Deno.test("judgeQuality() gives each rule its share of all meters' time", () => {
  const tallies = [zeros("a", 8, 42)];
  const { rules } = judgeQuality(tallies, [meter("a"), meter("b")], weeks);
  const found = rules.find(({ rule }) => rule === "zero_run")!;
  // 42 of 336 hours; the limit is a day of one of two meters.
  assert.deepEqual([found.share, found.limit, found.meters], [1 / 8, 1 / 14, 1]);
});
