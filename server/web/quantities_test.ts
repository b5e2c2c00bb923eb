import assert from "node:assert/strict";
import { counted, dayText, energy, hourText, isoDay, signedEnergy } from "./quantities.ts";

Deno.test("energy() keeps hundredths, three digits below 100 and whole kWh from there", () => {
  assert.deepEqual(
    [0, 0.004, -0.004, 0.01234, 1.004, 99.94, 100.4, 1234567.8, -3.14159].map(energy),
    ["0", "0", "0", "0.01", "1", "99.9", "100", "1,234,568", "−3.14"],
  );
});

Deno.test("signedEnergy() shows the sign of everything but zero", () => {
  assert.deepEqual([12.34, 0, 0.001, -0.001, -250].map(signedEnergy), [
    "+12.3",
    "0",
    "0",
    "0",
    "−250",
  ]);
});

Deno.test("counted() has a plural for all but one", () => {
  assert.deepEqual([0, 1, 2].map((n) => counted(n, "event")), ["0 events", "1 event", "2 events"]);
});

Deno.test("times are written in UTC whatever the zone of the machine", () => {
  const ms = Date.UTC(2024, 1, 29, 23, 30);
  assert.equal(dayText(ms), "29 Feb 2024");
  assert.equal(hourText(ms), "Thu 29 Feb, 23:30");
  assert.equal(isoDay(ms), "2024-02-29");
});
