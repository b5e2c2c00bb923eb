import assert from "node:assert/strict";
import { type SimulatedHostel, simulateHostel } from "./hostel.ts";
import { DAY_MS, HOUR_MS, localDay, localHour } from "./site.ts";

const START = Date.UTC(2023, 8, 1);
const YEAR = simulateHostel({ seed: 11, start: START, days: 366, roomsPerSize: 4 });

/** Mean kWh per reading of the rows that `filter` keeps. */
function meanKwh(hostel: SimulatedHostel, filter: (row: number) => boolean): number {
  const rows = hostel.readings.kwh.filter((_, row) => filter(row));
  return rows.reduce((sum, kwh) => sum + kwh, 0) / rows.length;
}

function inMonth(row: number, month: number): boolean {
  return new Date(YEAR.readings.ts[row] + 5 * HOUR_MS).getUTCMonth() + 1 === month;
}

Deno.test("simulateHostel() builds the same number of rooms of two, four and six beds", () => {
  const beds = simulateHostel({ seed: 1, start: START, days: 1 }).meters.map((m) => m.beds);
  assert.deepEqual(beds, [2, 4, 6].flatMap((size) => new Array<number>(8).fill(size)));
});

Deno.test("simulateHostel() gives each meter hourly readings in order, each hour at most once", () => {
  const { meterId, ts, kwh } = YEAR.readings;
  assert.deepEqual([...new Set(meterId)], YEAR.meters.map((meter) => meter.meterId));
  for (let row = 0; row < ts.length; row++) {
    assert.ok((ts[row] - START) % HOUR_MS === 0);
    assert.ok(ts[row] >= START && ts[row] < START + 366 * DAY_MS);
    assert.ok(kwh[row] > 0 && kwh[row] < 5);
    if (row > 0 && meterId[row] === meterId[row - 1]) assert.ok(ts[row] > ts[row - 1]);
  }
});

Deno.test("simulateHostel() loses about one hour in a thousand", () => {
  // A loss begins with 0.0003 per hour and lasts 1 / (1 - 0.7) hours: 0.001 of all hours.
  const lost = 1 - YEAR.readings.ts.length / (12 * 366 * 24);
  assert.ok(lost > 0.0004 && lost < 0.002, `${lost}`);
});

Deno.test("simulateHostel() uses more in larger rooms, in term, in the cold and in the evening", () => {
  const { meterId, ts } = YEAR.readings;
  const bySize = [2, 4, 6].map((beds) =>
    meanKwh(YEAR, (row) => meterId[row].startsWith(`room-${beds}`))
  );
  assert.ok(bySize[0] < bySize[1] && bySize[1] < bySize[2], `${bySize}`);
  const byMonth = (month: number) => meanKwh(YEAR, (row) => inMonth(row, month));
  assert.ok(byMonth(12) > 1.3 * byMonth(10));
  assert.ok(byMonth(10) > 1.5 * byMonth(8));
  const october = (hour: number) =>
    meanKwh(YEAR, (row) => inMonth(row, 10) && localHour(ts[row]) === hour);
  assert.ok(october(20) > 2 * october(3));
});

Deno.test("simulateHostel() states the residents of every room and local day", () => {
  const { meterId, ts, residents } = YEAR.occupancy;
  // 366 × 24 h from midnight UTC, 5 h local, touch 367 local days.
  assert.equal(ts.length, 12 * 367);
  assert.equal(residents.length, ts.length);
  assert.equal(meterId[367], YEAR.meters[1].meterId);
  assert.equal(ts[0], START - 5 * HOUR_MS);
  assert.equal(localDay(ts[366]), localDay(START) + 366);
});

Deno.test("simulateHostel() repeats for a seed and differs between seeds", () => {
  const small = { start: START, days: 3, roomsPerSize: 2 };
  const once = simulateHostel({ seed: 5, ...small });
  assert.deepEqual(simulateHostel({ seed: 5, ...small }), once);
  assert.notDeepEqual(simulateHostel({ seed: 6, ...small }).readings.kwh, once.readings.kwh);
});

Deno.test("simulateHostel() leaves a room as it is when others are added", () => {
  const ofRoom = (hostel: SimulatedHostel) =>
    hostel.readings.kwh.filter((_, row) => hostel.readings.meterId[row] === "room-6-01");
  const small = simulateHostel({ seed: 5, start: START, days: 3, roomsPerSize: 1 });
  const large = simulateHostel({ seed: 5, start: START, days: 3, roomsPerSize: 3 });
  assert.deepEqual(ofRoom(large), ofRoom(small));
});

Deno.test("simulateHostel() refuses a start within an hour and counts below one", () => {
  assert.throws(() => simulateHostel({ seed: 1, start: 1 }), {
    name: "RangeError",
    message: "Cannot start a hostel within an hour: start is 1 ms",
  });
  assert.throws(() => simulateHostel({ seed: 1, start: 0, days: 0 }), {
    name: "RangeError",
    message: "Cannot simulate a hostel as days must be a positive integer: current value is 0",
  });
  assert.throws(() => simulateHostel({ seed: 1, start: 0, roomsPerSize: 1.5 }), RangeError);
});
