import assert from "node:assert/strict";
import type { ServedModel } from "../realtime/served_model.ts";
import { dataQuality, type DataQualityFigures } from "./data_quality.ts";
import { hostelWeeks, LAST_WEEK, type PlantedRow } from "./hostel_weeks_fixture.ts";
import type { SectionResult } from "./section.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const METER = "room-4-01";

async function judge(
  edit?: (rows: PlantedRow[]) => PlantedRow[],
): Promise<SectionResult<DataQualityFigures>> {
  await using hostel = await hostelWeeks(edit);
  // The section asks no model.
  const model = undefined as unknown as ServedModel;
  return await dataQuality.compute({ ...hostel, model, dataset: "hostel" });
}

/** Rows of the meter from `day` of the last week on, for so many days, become what `change` says. */
function planted(
  day: number,
  days: number,
  change: (row: PlantedRow, i: number) => PlantedRow[],
  meterId = METER,
): (rows: PlantedRow[]) => PlantedRow[] {
  const [from, to] = [day, day + days].map((days) => LAST_WEEK.from + days * DAY_MS);
  let count = 0;
  return (rows) =>
    rows.flatMap((row) =>
      row.meterId === meterId && row.ts >= from && row.ts < to ? change(row, count++) : [row]
    );
}

function iso(day: number, hour = 0): string {
  return new Date(LAST_WEEK.from + day * DAY_MS + hour * HOUR_MS).toISOString();
}

Deno.test("data_quality finds nothing in a week like those before it", async () => {
  const { verdict, figures, summary } = await judge();
  assert.equal(verdict, "no_drift");
  assert.equal(summary, "0 of 6 meters with more faulty readings than usual");
  assert.deepEqual([figures.meters, figures.chunks, figures.floor], [6, 19, 1 / 7]);
  assert.deepEqual(figures.affected, []);
});

Deno.test("data_quality tells which meter stopped, and when", async () => {
  const { verdict, figures, summary } = await judge(planted(3, 4, () => []));
  assert.equal(verdict, "drift");
  assert.deepEqual(figures.stopped_meters, { count: 1, worst: [{ meter: METER, since: iso(3) }] });
  assert.match(summary, /^1 stopped \(room-4-01\); /);
});

Deno.test("data_quality tells which meter is new, and since when", async () => {
  const before = (rows: PlantedRow[]) =>
    rows.filter(({ meterId, ts }) => meterId !== METER || ts >= LAST_WEEK.from + 2 * DAY_MS);
  const { verdict, figures } = await judge(before);
  assert.equal(verdict, "drift");
  assert.deepEqual(figures.new_meters, { count: 1, worst: [{ meter: METER, since: iso(2) }] });
});

Deno.test("data_quality tells zeros: which meter, what share and since when", async () => {
  const { verdict, figures } = await judge(planted(2, 4, (row) => [{ ...row, kwh: 0 }]));
  assert.equal(verdict, "drift");
  const [zeros] = figures.affected;
  assert.deepEqual([zeros.meter, zeros.rule, zeros.episodes], [METER, "zero_run", 1]);
  assert.ok(zeros.since <= iso(2) && zeros.since > iso(1));
  assert.ok(Math.abs(zeros.share - 4 / 7) < 3 / 168);
  assert.equal(figures.affected_meters, 1);
});

Deno.test("data_quality tells a value that is stuck, apart from zeros", async () => {
  const { figures } = await judge(planted(2, 3, (row) => [{ ...row, kwh: 1.25 }]));
  const [stuck] = figures.affected;
  assert.deepEqual([stuck.rule, stuck.since, stuck.episodes], ["stuck_value", iso(2), 1]);
  assert.ok(Math.abs(stuck.share - 3 / 7) < 1 / 168);
});

Deno.test("data_quality tells gaps with the share of intervals that are missing", async () => {
  const { verdict, figures } = await judge(planted(1, 2, () => []));
  assert.equal(verdict, "drift");
  const [gaps] = figures.affected;
  assert.deepEqual([gaps.meter, gaps.rule, gaps.since], [METER, "gaps", iso(1)]);
  assert.ok(Math.abs(gaps.share - 2 / 7) < 3 / 168);
  assert.deepEqual(figures.stopped_meters.count, 0);
});

Deno.test("data_quality counts rare values below zero by their number, not by their share", async () => {
  const negative = planted(1, 3, (row, i) => [i % 8 === 0 ? { ...row, kwh: -1 } : row]);
  const { verdict, figures } = await judge(negative);
  assert.equal(verdict, "drift");
  const [found] = figures.affected;
  assert.deepEqual([found.rule, found.since], ["negative", iso(1)]);
  assert.ok(found.share < found.limit && found.episodes >= 8);
});

Deno.test("data_quality tells late rows by the order in which they came", async () => {
  // Two days of the meter come after the rest of its week.
  const late = (rows: PlantedRow[]) => {
    const held = (row: PlantedRow) =>
      row.meterId === METER && row.ts >= LAST_WEEK.from + DAY_MS &&
      row.ts < LAST_WEEK.from + 3 * DAY_MS;
    return [...rows.filter((row) => !held(row)), ...rows.filter(held)];
  };
  const { verdict, figures } = await judge(late);
  assert.equal(verdict, "drift");
  const [found] = figures.affected;
  assert.deepEqual([found.meter, found.rule, found.since], [METER, "out_of_order", iso(1)]);
});

Deno.test("data_quality tells another interval, which is no gap to be filled", async () => {
  const { verdict, figures } = await judge(
    planted(0, 7, (row) => row.ts % (2 * HOUR_MS) === 0 ? [row] : []),
  );
  assert.equal(verdict, "drift");
  assert.deepEqual(figures.changed_interval, {
    count: 1,
    worst: [{ meter: METER, minutes_before: 60, minutes_now: 120 }],
  });
});

Deno.test("data_quality takes a hostel that often has bad weeks as it is", async () => {
  // In every third week one room sends zeros for three days, the last week too.
  const often = (rows: PlantedRow[]) =>
    rows.map((row) => {
      const days = Math.floor((row.ts - LAST_WEEK.from) / DAY_MS);
      const week = Math.floor(days / 7);
      const weekday = days - week * 7;
      const bad = row.meterId === METER && week % 3 === 0 && weekday >= 1 && weekday < 4;
      return bad ? { ...row, kwh: 0 } : row;
    });
  assert.equal((await judge(often)).verdict, "no_drift");
});

Deno.test("data_quality tells a meter that stopped even where it can compare nothing", async () => {
  const lastMonth = (rows: PlantedRow[]) =>
    planted(3, 4, () => [])(rows.filter(({ ts }) => ts >= LAST_WEEK.from - 28 * DAY_MS));
  const { verdict, summary, figures } = await judge(lastMonth);
  assert.deepEqual([verdict, figures.chunks], ["drift", 4]);
  assert.match(summary, /^1 stopped \(room-4-01\)/);
  const { verdict: unknown } = await judge((rows) =>
    rows.filter(({ ts }) => ts >= LAST_WEEK.from - 28 * DAY_MS)
  );
  assert.equal(unknown, "unknown");
});
