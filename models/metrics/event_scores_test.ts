import assert from "node:assert/strict";
import { eventScores } from "./event_scores.ts";

Deno.test("eventScores() gives the counts and the figures that follow from them", () => {
  // True: hours 0-1, 5 and 9. Reported: hours 1-4 and 8.
  const labels = Uint8Array.from("1100010001");
  const scores = eventScores({
    meterIds: new Array<string>(10).fill("a"),
    ts: Float64Array.from(labels, (_, hour) => hour * 3_600_000),
    labels,
    predicted: Uint8Array.from("0111100000").fill(1, 8, 9),
  });
  assert.deepEqual(scores, {
    trueEvents: 3,
    detected: 1,
    predictedEvents: 2,
    confirmed: 1,
    precision: 1 / 2,
    recall: 1 / 3,
    f1: 2 / 5,
  });
});
