import assert from "node:assert/strict";
import { detectionDelay, detectionDelays } from "./detection_delay.ts";
import { eventRows } from "./event_rows_fixture.ts";

const HOUR = 3_600_000;

/** Rows of one meter, a quarter of an hour each. */
function quarters(truth: string, predicted: string) {
  const rows = eventRows(truth, predicted);
  return { ...rows, ts: rows.ts.map((quarter) => quarter * HOUR / 4), intervalMs: HOUR / 4 };
}

Deno.test("detectionDelay() is the mean over the events that were noticed, in hours", () => {
  // Noticed after 3 and 0 quarters; the third event is not.
  assert.equal(detectionDelay(quarters("1111000110001100", "0001000100000000")), 3 / 4 / 2);
});

Deno.test("detectionDelay() is 0 for an event that a report was already running into", () => {
  assert.equal(detectionDelay(quarters("0011", "1111")), 0);
});

Deno.test("detectionDelay() does not count the row that an event bridges", () => {
  assert.equal(detectionDelay(quarters("10110", "01010")), 3 / 4);
});

Deno.test("detectionDelay() is NaN where no event was noticed or none is true", () => {
  assert.ok(Number.isNaN(detectionDelay(quarters("0110000", "0000011"))));
  assert.ok(Number.isNaN(detectionDelay(quarters("00", "11"))));
});

Deno.test("detectionDelays() tells each event, by meter and time", () => {
  const delays = detectionDelays({
    meterIds: ["b", "a", "a", "b"],
    ts: Float64Array.of(0, 0, HOUR, HOUR),
    labels: Uint8Array.of(1, 1, 1, 1),
    predicted: Uint8Array.of(0, 0, 0, 1),
  });
  assert.deepEqual(delays, [NaN, 1]);
});
