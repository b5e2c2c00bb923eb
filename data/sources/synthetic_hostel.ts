/** The simulated hostel as a source: what runs where no real data can be had. */

import { createRawTables } from "../relations.ts";
import { simulateHostel } from "../synthetic/mod.ts";
import { sha256 } from "../digest.ts";
import { countLoaded } from "./loaded.ts";
import type { Source } from "./source.ts";

/** Which hostel to simulate. */
export interface SyntheticHostelOptions {
  /** Same seed, same hostel. */
  readonly seed: number;
  /** First hour, epoch milliseconds (UTC). */
  readonly start: number;
  /** Days to simulate. */
  readonly days: number;
}

/**
 * A simulated hostel with rooms of 2, 4 and 6 beds. It needs no file and no network, and
 * every result made from it carries the source `synthetic`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase();
 * const source = syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days: 2 });
 * const loaded = await source.load(db, { home: "unused", fetch });
 * assert.equal(loaded.source, "synthetic");
 * ```
 */
export function syntheticHostel(options: SyntheticHostelOptions): Source {
  const { seed, start, days } = options;
  const name = "synthetic-hostel";
  return {
    name,
    title: `Simulated hostel, ${days} days, seed ${seed}`,
    licence: "Apache-2.0",
    origin: "data/synthetic",
    async load(db, context) {
      const { meters, readings, weather } = simulateHostel({ seed, start, days });
      await createRawTables(db);
      await db.append("raw_readings", {
        meter_id: readings.meterId,
        ts: readings.ts,
        kwh: readings.kwh,
        source_row: Float64Array.from(readings.ts, (_, row) => row + 1),
      });
      await db.append("meters", {
        meter_id: meters.map((meter) => meter.meterId),
        site_id: meters.map((meter) => meter.siteId),
        time_zone: meters.map((meter) => meter.timeZone),
        interval_minutes: meters.map((meter) => meter.intervalMinutes),
        kind: meters.map((meter) => meter.kind),
        beds: meters.map((meter) => meter.beds),
        area_m2: meters.map((meter) => meter.areaM2),
      });
      await db.append("weather", {
        site_id: weather.siteId,
        ts: weather.ts,
        temperature_c: weather.temperatureC,
      });
      context.onProgress?.(1);
      const digest = sha256(new Uint8Array(readings.kwh.buffer));
      return await countLoaded(db, { dataset: name, source: "synthetic", digest });
    },
  };
}
