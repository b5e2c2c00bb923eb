import assert from "node:assert/strict";
import { HOSTEL_SITE, HOUR_MS, localDay, localDayStart, localHour } from "./site.ts";

Deno.test("localHour() and localDay() agree with the time zone the hostel names", () => {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: HOSTEL_SITE.timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const start = Date.UTC(2021, 11, 28);
  for (let i = 0; i < 3 * 365 * 24; i += 7) {
    const ts = start + i * HOUR_MS;
    const parts = Object.fromEntries(format.formatToParts(ts).map((p) => [p.type, p.value]));
    assert.equal(localHour(ts), Number(parts.hour));
    assert.equal(
      new Date(localDay(ts) * 24 * HOUR_MS).toISOString().slice(0, 10),
      `${parts.year}-${parts.month}-${parts.day}`,
    );
  }
});

Deno.test("localDay() turns at local midnight, also before 1970", () => {
  assert.equal(localDay(-5 * HOUR_MS), 0);
  assert.equal(localDay(-5 * HOUR_MS - 1), -1);
  assert.equal(localHour(-5 * HOUR_MS - 1), 23);
});

Deno.test("localDayStart() is the inverse of localDay()", () => {
  for (const day of [-400, -1, 0, 19_728]) {
    assert.equal(localDay(localDayStart(day)), day);
    assert.equal(localDay(localDayStart(day) - 1), day - 1);
    assert.equal(localHour(localDayStart(day)), 0);
  }
});
