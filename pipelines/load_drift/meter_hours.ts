/** The hourly loads of meters with the hour of the week and the weather, as typed columns. */
import { type Database, sqlString } from "../../data/duckdb/mod.ts";
import type { MeterHours } from "../../models/mod.ts";
import { featureViews } from "../features/mod.ts";

const DAY_MS = 86_400_000;
/** Buildings answer to the temperature of the last day, not to that of the hour. */
const WARM_UP_HOURS = 24;
/** Meters of one query: their hours of a year are some 30 MB. */
const BATCH = 100;

/** Days by their number since 1970-01-01; the end is exclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** A meter that is read hourly or more often. */
export interface HourlyMeter {
  readonly meterId: string;
  readonly siteId: string;
}

/**
 * The days whose dates a span of time has, in UTC.
 *
 * @param span Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const span = { from: Date.UTC(1970, 0, 3), to: Date.UTC(1970, 0, 5, 12) };
 * assert.deepEqual(daysOf(span), { from: 2, to: 5 });
 * ```
 */
export function daysOf({ from, to }: { readonly from: number; readonly to: number }): Days {
  return { from: Math.floor(from / DAY_MS), to: Math.ceil(to / DAY_MS) };
}

/**
 * The meters that are read at least hourly, by id.
 *
 * @param db Holds the relation `meters`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`CREATE TABLE meters AS SELECT * FROM (VALUES ('b', 's', 60), ('a', 's', 15),
 *   ('daily', 's', 1440)) t(meter_id, site_id, interval_minutes)`);
 * assert.deepEqual((await hourlyMeters(db)).map(({ meterId }) => meterId), ["a", "b"]);
 * ```
 */
export async function hourlyMeters(db: Database): Promise<HourlyMeter[]> {
  return await db.rows<HourlyMeter>(`
    SELECT meter_id AS "meterId", site_id AS "siteId" FROM meters
    WHERE interval_minutes <= 60 ORDER BY meter_id`);
}

/**
 * Reads the loads of meters and hands them over one meter after another, a hundred in memory at a
 * time. Hours are as in the feature view `energy_load`; those in which the quality checks found
 * something wrong (relation `issues`) are left out. The temperature is the mean of the last 24
 * hours, `NaN` where there is none. Days are of the meter's own clock, counted from `days.from`.
 *
 * @param db Holds the relations `readings`, `meters`, `weather` and `issues`.
 * @param until Readings from this time on are not read, epoch milliseconds.
 * @param use Called for every meter, also for one without hours.
 */
export async function eachMeterHours(
  db: Database,
  meters: readonly HourlyMeter[],
  { days, until }: { readonly days: Days; readonly until: number },
  use: (hours: MeterHours, meter: number) => void,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  for (let start = 0; start < meters.length; start += BATCH) {
    const batch = meters.slice(start, start + BATCH);
    const columns = await db.columns(hoursQuery(batch, days, until));
    const places = columns.numbers("place");
    const [day, cell, kwh, temperature] = ["day", "cell", "kwh", "temperature_c"]
      .map((name) => columns.numbers(name));
    let row = 0;
    batch.forEach((_, place) => {
      const first = row;
      while (row < places.length && places[row] === place) row++;
      use({
        days: day.subarray(first, row),
        cells: cell.subarray(first, row),
        kwh: kwh.subarray(first, row),
        temperatures: temperature.subarray(first, row),
      }, start + place);
    });
    onProgress?.((start + batch.length) / meters.length);
  }
}

function hoursQuery(meters: readonly HourlyMeter[], { from, to }: Days, until: number): string {
  const [energyLoad] = featureViews;
  const places = meters.map(({ meterId }, place) => `(${sqlString(meterId)}, ${place})`);
  const date = (day: number) => `DATE '1970-01-01' + ${day}`;
  // A local day begins up to 14 hours before or after that of UTC.
  const ts = (day: number) => `make_timestamp(${day * DAY_MS * 1000})`;
  return `
    WITH places AS (SELECT * FROM (VALUES ${places.join(", ")}) t(meter_id, place)),
    readings AS (
      SELECT r.meter_id, r.ts, r.kwh FROM main.readings r SEMI JOIN places USING (meter_id)
      WHERE r.ts >= ${ts(from - 1)} AND r.ts < ${ts(to + 1)}
        AND r.ts < make_timestamp(${Math.round(until * 1000)})
    ),
    load AS (${energyLoad.sql}),
    warmth AS (
      SELECT site_id, ts,
        CAST(sum(degrees) OVER last_day AS DOUBLE) / sum(n) OVER last_day AS temperature_c
      FROM (
        SELECT site_id, date_trunc('hour', ts) AS ts, count(*) AS n,
          sum(CAST(temperature_c AS DECIMAL(18, 6))) AS degrees
        FROM weather
        WHERE temperature_c IS NOT NULL AND NOT isnan(temperature_c)
          AND ts >= ${ts(from - 2)} AND ts < ${ts(to + 1)}
        GROUP BY site_id, date_trunc('hour', ts)
      )
      WINDOW last_day AS (PARTITION BY site_id ORDER BY ts
        RANGE BETWEEN INTERVAL ${WARM_UP_HOURS - 1} HOURS PRECEDING AND CURRENT ROW)
    )
    SELECT p.place, l.kwh, w.temperature_c,
      date_diff('day', ${date(from)}, CAST(l.local_ts AS DATE)) AS day,
      24 * (isodow(l.local_ts) - 1) + hour(l.local_ts) AS cell
    FROM load l
    JOIN places p ON p.meter_id = l.meter_id
    LEFT JOIN warmth w ON w.site_id = l.site_id AND w.ts = date_trunc('hour', l.ts)
    WHERE CAST(l.local_ts AS DATE) >= ${date(from)} AND CAST(l.local_ts AS DATE) < ${date(to)}
      AND NOT EXISTS (
        SELECT 1 FROM issues i
        WHERE i.rule <> 'out_of_order' AND i.meter_id = l.meter_id
          AND i."from" < l.ts + INTERVAL 1 HOUR AND i."to" > l.ts)
    ORDER BY p.place, l.ts`;
}
