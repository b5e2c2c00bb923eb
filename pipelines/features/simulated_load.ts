/** Readings of simulated meters with everything that makes features hard; used by tests alone. */
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";

const HOUR_MS = 3_600_000;

/** A meter to simulate. */
export interface SimulatedMeter {
  readonly meterId: string;
  readonly siteId: string;
  readonly timeZone: string;
  readonly intervalMinutes: number;
  /** Mean load, kWh in an hour, divided by two. */
  readonly size: number;
}

/** When to simulate; same seed, same load. */
export interface SimulatedSpan {
  /** First hour, epoch milliseconds. */
  readonly from: number;
  readonly hours: number;
  readonly seed: number;
}

/** Readings as columns of the relation `readings`; times are epoch milliseconds. */
export interface SimulatedReadings {
  readonly meter_id: string[];
  readonly ts: number[];
  readonly kwh: number[];
}

/** What the meters go through, as hours since the start; the ends are exclusive. */
export const ODDITIES = {
  /** No readings. */
  gap: [1_200, 1_205],
  zeros: [1_215, 1_245],
  /** The same load for more than a week, with one hour missing. */
  stuck: [1_250, 1_460],
  missing: 1_270,
  /** One interval of the hour is missing, where an hour has several. */
  torn: 1_100,
} as const;

/**
 * Simulates loads with a daily cycle and noise, and with the {@linkcode ODDITIES} that fit in.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = { meterId: "a", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 };
 * const { ts } = simulateLoad([meter], { from: 0, hours: 3, seed: 1 });
 * assert.deepEqual(ts, [0, 3_600_000, 7_200_000]);
 * ```
 */
export function simulateLoad(
  meters: readonly SimulatedMeter[],
  { from, hours, seed }: SimulatedSpan,
): SimulatedReadings {
  const load: SimulatedReadings = { meter_id: [], ts: [], kwh: [] };
  let state = seed >>> 0;
  const noise = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  for (const { meterId, intervalMinutes, size } of meters) {
    const intervals = 60 / intervalMinutes;
    for (let hour = 0; hour < hours; hour++) {
      const level = 2 + Math.sin(hour / 24 * 2 * Math.PI) + noise();
      if (within(hour, ODDITIES.gap) || hour === ODDITIES.missing) continue;
      const kwh = within(hour, ODDITIES.zeros)
        ? 0
        : within(hour, ODDITIES.stuck)
        ? size
        : size * level;
      const seen = hour === ODDITIES.torn && intervals > 1 ? intervals - 1 : intervals;
      for (let i = 0; i < seen; i++) {
        load.meter_id.push(meterId);
        load.ts.push(from + (hour + i / intervals) * HOUR_MS);
        load.kwh.push(kwh / intervals);
      }
    }
  }
  return load;
}

function within(hour: number, [start, end]: readonly [number, number]): boolean {
  return hour >= start && hour < end;
}

/**
 * Readings of meter "m", an hour apart.
 *
 * @param kwh Loads hour by hour; `null` is a missing reading.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const readings = hourlyReadings(0, [1, null, 2]);
 * assert.deepEqual(readings, { meter_id: ["m", "m"], ts: [0, 7_200_000], kwh: [1, 2] });
 * ```
 */
export function hourlyReadings(from: number, kwh: readonly (number | null)[]): SimulatedReadings {
  const present = kwh.flatMap((load, hour) => load === null ? [] : [{ load, hour }]);
  return {
    meter_id: present.map(() => "m"),
    ts: present.map(({ hour }) => from + hour * HOUR_MS),
    kwh: present.map(({ load }) => load),
  };
}

/** What a database of meters holds beside their readings. */
export interface Surroundings {
  readonly meters: readonly SimulatedMeter[];
  /** Hourly temperatures of one site, °C; none of the others. */
  readonly weather?: {
    readonly siteId: string;
    readonly ts: readonly number[];
    readonly temperatureC: readonly number[];
  };
}

/**
 * Opens a database with the relations `readings`, `meters` and `weather`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const load = { meter_id: ["a"], ts: [0], kwh: [2] };
 * await using db = await openReadings(load, { meters: [] });
 * assert.deepEqual(await db.rows("SELECT * FROM readings"), [{ meter_id: "a", ts: 0, kwh: 2 }]);
 * ```
 */
export async function openReadings(
  readings: SimulatedReadings,
  { meters, weather }: Surroundings,
): Promise<Database> {
  const db = await openDatabase({ threads: 2 });
  await db.run(`
    CREATE TABLE readings (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE);
    CREATE TABLE meters (meter_id VARCHAR, site_id VARCHAR, time_zone VARCHAR, interval_minutes INTEGER);
    CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE)`);
  await db.append("readings", { ...readings });
  await db.append("meters", {
    meter_id: meters.map(({ meterId }) => meterId),
    site_id: meters.map(({ siteId }) => siteId),
    time_zone: meters.map(({ timeZone }) => timeZone),
    interval_minutes: meters.map(({ intervalMinutes }) => intervalMinutes),
  });
  if (weather !== undefined) {
    await db.append("weather", {
      site_id: weather.ts.map(() => weather.siteId),
      ts: weather.ts,
      temperature_c: weather.temperatureC,
    });
  }
  return db;
}
