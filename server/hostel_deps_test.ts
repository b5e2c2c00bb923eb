import assert from "node:assert/strict";
import { HOSTEL_END, HOSTEL_START, hostelDeps } from "./hostel_deps.ts";

const HOUR = 3_600_000;

Deno.test("hostelDeps() has the three planted faults among its events", async () => {
  await using deps = await hostelDeps();
  const { events } = await deps.meterSeries("room-4-01", HOSTEL_END - 28 * 24 * HOUR, HOSTEL_END);
  const at = (day: number, hour: number) => HOSTEL_START + (day * 24 + hour) * HOUR;
  for (const [start, hours] of [[at(58, 1), 5], [at(66, 14), 3], [at(77, 20), 9]]) {
    assert.ok(
      events.some((event) => event.start <= start && event.end >= start + hours * HOUR),
      new Date(start).toISOString(),
    );
  }
});

Deno.test("hostelDeps() names a meter that the hostel does not have", async () => {
  await using deps = await hostelDeps();
  await assert.rejects(deps.scoreReadings([{ meterId: "attic", ts: 0, kwh: 1 }]), {
    name: "UnknownMeterError",
    meterId: "attic",
  });
});
