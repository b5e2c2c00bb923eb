import assert from "node:assert/strict";
import { alertsPerMeterWeek } from "./alerts_per_meter_week.ts";
import { eventRows } from "./event_rows_fixture.ts";

const QUARTER = 900_000;

Deno.test("alertsPerMeterWeek() counts events of all meters over the time that was judged", () => {
  const rows = eventRows("000000", "110011");
  const judged = { ...rows, ts: rows.ts.map((quarter) => quarter * QUARTER), intervalMs: QUARTER };
  const meterIds = ["a", "a", "a", "b", "b", "b"];
  // 4 × 24 × 7 quarters are a week; six of them were judged, with two events.
  assert.equal(alertsPerMeterWeek({ ...judged, meterIds }), 2 / (6 / 672));
});

Deno.test("alertsPerMeterWeek() is 0 where nothing was reported", () => {
  assert.equal(alertsPerMeterWeek(eventRows("11", "00")), 0);
});

Deno.test("alertsPerMeterWeek() refuses zero rows", () => {
  assert.throws(() => alertsPerMeterWeek(eventRows("", "")), {
    name: "RangeError",
    message: "Cannot count alerts per meter and week of zero rows",
  });
});
