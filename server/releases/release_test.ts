import assert from "node:assert/strict";
import { startRelease } from "./release.ts";

const DAY = 24 * 3_600_000;
const ODD = { score: 0.75, label: 1 };
const USUAL = { score: 0.25, label: 0 };

function pairsOf(days: number, championMarks: boolean) {
  return Array.from({ length: days }, (_, day) => ({
    meterId: "r1",
    ts: day * DAY,
    champion: championMarks ? ODD : USUAL,
    challenger: championMarks ? USUAL : ODD,
  }));
}

Deno.test("startRelease() lets a shadow answer nobody and a split the same meters", () => {
  const shadow = startRelease({ mode: "shadow", share: 0 }, assert.fail);
  const split = startRelease({ mode: "split", share: 0.5 }, assert.fail);
  const meters = Array.from({ length: 100 }, (_, i) => `room-${i}`);
  assert.ok(meters.every((meter) => shadow.sideOf(meter) === "champion"));
  const sides = meters.map(split.sideOf);
  assert.deepEqual(meters.map(split.sideOf), sides);
  const challenged = sides.filter((side) => side === "challenger").length;
  // Within three standard deviations of a fair coin.
  assert.ok(Math.abs(challenged - 50) <= 15, String(challenged));
});

Deno.test("startRelease() stops early a challenger that marks more days, not one that marks fewer", () => {
  const told: string[] = [];
  const more = startRelease({ mode: "canary", share: 1 }, (reason) => void told.push(reason));
  more.compare(pairsOf(4, false));
  assert.deepEqual([told, more.sideOf("x")], [[], "challenger"]);
  more.compare(pairsOf(20, false).slice(4));
  more.compare(pairsOf(40, false).slice(20));
  assert.equal(told.length, 1);
  assert.match(told[0], /^it marks \d+\.\d times as many days that the other does not/);
  assert.equal(more.sideOf("x"), "champion");
  assert.equal(more.status().halted, told[0]);

  const fewer = startRelease({ mode: "canary", share: 1 }, assert.fail);
  fewer.compare(pairsOf(40, true));
  const { comparison, figures } = fewer.status();
  assert.equal(comparison.outcome, "fewer_alerts");
  assert.deepEqual(figures.days, { quiet: 0, both: 0, championOnly: 39, challengerOnly: 0 });
  assert.equal(fewer.sideOf("x"), "challenger");
});

Deno.test("startRelease() returns to the champion when the challenger is slow", () => {
  const told: string[] = [];
  const release = startRelease({ mode: "canary", share: 0.5 }, (reason) => void told.push(reason));
  for (let i = 0; i < 20; i++) {
    release.answered("champion", true, 20);
    release.answered("challenger", true, 100);
  }
  assert.deepEqual(told, ["one answer in twenty took 100 ms or more, the other version's 20 ms"]);
  assert.deepEqual(release.status().challenger, { answers: 20, errorShare: 0, p95Ms: 100 });
});

Deno.test("startRelease() takes no failure of the champion for one of the challenger", () => {
  const release = startRelease({ mode: "canary", share: 1 }, assert.fail);
  for (let i = 0; i < 50; i++) release.answered("champion", false, 5000);
  assert.equal(release.sideOf("x"), "challenger");
});

Deno.test("startRelease() refuses shares that are none", () => {
  for (const [mode, share] of [["canary", 1.5], ["split", NaN], ["shadow", 0.1]] as const) {
    assert.throws(() => startRelease({ mode, share }, assert.fail), RangeError);
  }
});
