import assert from "node:assert/strict";
import { pairDays, type PairedHour } from "./paired_days.ts";

const HOUR = 3_600_000;

function hour(meterId: string, at: number, champion: number, challenger: number): PairedHour {
  return {
    meterId,
    ts: at * HOUR,
    champion: { score: champion, label: champion >= 0.5 ? 1 : 0 },
    challenger: { score: challenger, label: challenger >= 0.5 ? 1 : 0 },
  };
}

Deno.test("pairDays() counts a day of a meter once, by who marked any hour of it", () => {
  const days = pairDays();
  days.add([
    hour("a", 0, 0.75, 0),
    hour("a", 1, 0.75, 0),
    hour("b", 2, 0, 0.75),
    hour("b", 23, 0.75, 0),
    hour("c", 5, 0, 0.75),
    hour("d", 5, 0.25, 0.25),
  ]);
  assert.deepEqual(days.figures().days, { quiet: 0, both: 0, championOnly: 0, challengerOnly: 0 });
  days.add(["a", "b", "c", "d"].map((meter) => hour(meter, 24, 0, 0)));
  const { days: counted, hours, meanScoreDifference, comparison } = days.figures();
  assert.deepEqual(counted, { quiet: 1, both: 1, championOnly: 1, challengerOnly: 1 });
  assert.equal(hours, 10);
  assert.equal(meanScoreDifference, 5 * 0.75 / 10);
  assert.deepEqual([comparison.events, comparison.challenger], [2, 1]);
});

Deno.test("pairDays() leaves a settled day as it was when its hours come once more", () => {
  const days = pairDays();
  days.add([hour("a", 0, 0, 0), hour("a", 24, 0, 0), hour("a", 3, 1, 1), hour("a", 48, 0, 0)]);
  assert.deepEqual(days.figures().days, { quiet: 2, both: 0, championOnly: 0, challengerOnly: 0 });
});
