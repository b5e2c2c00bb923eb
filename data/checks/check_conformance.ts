/** What every check must do, run by the test of each. */

import assert from "node:assert/strict";
import { cleanReadings } from "../clean_readings.ts";
import { type Database, openDatabase } from "../duckdb/mod.ts";
import { createRawTables } from "../relations.ts";
import type { Check, Issue } from "./check.ts";
import { runChecks } from "./run_checks.ts";

/** A raw row; its place in the list is its `source_row`. */
export interface RawRow {
  /** The meter. */
  meterId: string;
  /** Start of the interval, epoch milliseconds (UTC). */
  ts: number;
  /** kWh; `null` where it is missing. */
  kwh: number | null;
}

/** First interval of {@linkcode cleanSeries}. */
export const START = Date.UTC(2024, 0, 1);

/** Milliseconds of an hour. */
export const HOUR = 3_600_000;

const DAYS = 30;
const LONDON = "Europe/London";
const shortIntervals: Readonly<Record<string, number>> = { building: 60, quarter: 15, room: 60 };
const meters = [
  ...Object.entries(shortIntervals).map(([id, minutes]) => ({ id, minutes, zone: "UTC" })),
  { id: "daily", minutes: 24 * 60, zone: LONDON },
  { id: "monthly", minutes: 31 * 24 * 60, zone: LONDON },
];

/** The first and the last day that begin in summer time, one hour ahead. */
const londonSummers = [
  [Date.UTC(2024, 3, 1), Date.UTC(2024, 9, 27)],
  [Date.UTC(2025, 2, 31), Date.UTC(2025, 9, 26)],
];

/**
 * Start of a day of 2024 or 2025 in London, epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(londonDay(2024, 3, 1), Date.UTC(2024, 2, 31, 23));
 * ```
 */
export function londonDay(year: number, month: number, day: number): number {
  const utc = Date.UTC(year, month, day);
  return utc - (londonSummers.some(([from, to]) => from <= utc && utc <= to) ? HOUR : 0);
}

/**
 * Series of five meters with nothing to report. Thirty days of `building` (hourly, 20 to 31.6
 * kWh), `quarter` (every 15 minutes), and `room` (hourly, zero from 0 to 10 h every night); a
 * year of `daily` and two of `monthly`, which follow the calendar of London.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(cleanSeries().length, 30 * (24 + 96 + 24) + 366 + 24);
 * ```
 */
export function cleanSeries(): RawRow[] {
  const short = Object.entries(shortIntervals).flatMap(([meterId, minutes]) =>
    Array.from({ length: DAYS * 24 * 60 / minutes }, (_, i) => {
      const hour = i * minutes / 60;
      const away = meterId === "room" && hour % 24 < 10;
      return { meterId, ts: START + hour * HOUR, kwh: away ? 0 : (hour % 24) / 6 + varied(i) };
    })
  );
  const daily = Array.from(
    { length: 366 },
    (_, i) => ({ meterId: "daily", ts: londonDay(2024, 0, 1 + i), kwh: varied(i) }),
  );
  const monthly = Array.from(
    { length: 24 },
    (_, i) => ({ meterId: "monthly", ts: londonDay(2024, i, 1), kwh: varied(i) }),
  );
  return [...short, ...daily, ...monthly];
}

/** 20 to 27.7 kWh; 7 and 30 have no common divisor, so the value changes with every row. */
function varied(i: number): number {
  return 20 + ((7 * i) % 30) / 3.75;
}

/**
 * Runs one check over rows, which are put into the table in the order `order` while each
 * keeps its `source_row`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { gaps } from "./gaps.ts";
 * assert.deepEqual(await issuesOf(gaps, cleanSeries()), []);
 * ```
 */
export async function issuesOf(
  check: Check,
  rows: readonly RawRow[],
  order: readonly number[] = rows.map((_, i) => i),
): Promise<Issue[]> {
  await using db = await openDatabase({ threads: 1 });
  await fill(db, rows, order);
  return await runChecks(db, { checks: [check] });
}

/**
 * Holds a check to its contract: a clean series and no rows at all give nothing; `plant`,
 * which puts a defect into meter `building`, gives exactly `expected` whatever the order of the
 * table's rows; and nothing about other meters.
 *
 * @example
 * ```ts
 * import { negative } from "./negative.ts";
 * await assertCheckConforms(negative, (rows) => { rows[5].kwh = -1; }, [
 *   { from: START + 5 * HOUR, to: START + 6 * HOUR, count: 1 },
 * ]);
 * ```
 */
export async function assertCheckConforms(
  check: Check,
  plant: (rows: RawRow[]) => void,
  expected: readonly Pick<Issue, "from" | "to" | "count">[],
): Promise<void> {
  assert.match(check.name, /^[a-z]+(_[a-z]+)*$/);
  assert.match(check.describes, /^[A-Z].*[^.]$/);
  assert.deepEqual(await issuesOf(check, cleanSeries()), []);
  assert.deepEqual(await issuesOf(check, []), []);

  const rows = cleanSeries();
  plant(rows);
  const issues = expected.map((issue) => ({ ...issue, meterId: "building", rule: check.name }));
  assert.deepEqual(await issuesOf(check, rows), issues);
  const backward = rows.map((_, i) => rows.length - 1 - i);
  assert.deepEqual(await issuesOf(check, rows, backward), issues);
}

async function fill(
  db: Database,
  rows: readonly RawRow[],
  order: readonly number[],
): Promise<void> {
  await createRawTables(db);
  await db.append("raw_readings", {
    meter_id: order.map((i) => rows[i].meterId),
    ts: order.map((i) => rows[i].ts),
    kwh: order.map((i) => rows[i].kwh),
    source_row: order,
  });
  for (const { id, minutes, zone } of meters) {
    await db.run("INSERT INTO meters (meter_id, interval_minutes, time_zone) VALUES (?, ?, ?)", [
      id,
      minutes,
      zone,
    ]);
  }
  await cleanReadings(db);
}
