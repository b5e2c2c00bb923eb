/** When meters are read: the grid of times that a meter's own history shows. */
import type { Database, Reading } from "../../data/mod.ts";
import { OffGridError, type OffGridReading } from "./off_grid_error.ts";

/** Throws an {@linkcode OffGridError} of all readings beside the grid of their meter, if any. */
export type GridCheck = (readings: readonly Reading[]) => void;

const MINUTE_MS = 60_000;

/**
 * Reads the grids of the meters that are read hourly or more often. Where a meter begins its
 * intervals is told by its readings, as clocks and sources differ; offsets that fewer than one in
 * a hundred of them have are strays. A meter without readings has no grid yet.
 *
 * @param db Has the relations `history` and `meters`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE history AS SELECT 'r1' AS meter_id, TIMESTAMP '2024-01-01' AS ts;
 *   CREATE TABLE meters AS SELECT 'r1' AS meter_id, 60 AS interval_minutes`);
 * const check = await readGrids(db);
 * check([{ meterId: "r1", ts: Date.UTC(2024, 0, 2, 10), kwh: 1 }]);
 * assert.throws(() => check([{ meterId: "r1", ts: Date.UTC(2024, 0, 2, 10, 7), kwh: 1 }]));
 * ```
 */
export async function readGrids(db: Database): Promise<GridCheck> {
  const rows = await db.rows<{ meterId: string; minutes: number; offset: number }>(`
    SELECT meter_id AS "meterId", minutes, "offset" FROM (
      SELECT h.meter_id, m.interval_minutes AS minutes,
        CAST(epoch_ms(h.ts) % (m.interval_minutes * ${MINUTE_MS}) AS INTEGER) AS "offset",
        count(*) AS n
      FROM history h JOIN meters m ON m.meter_id = h.meter_id
      WHERE m.interval_minutes BETWEEN 1 AND 60
      GROUP BY ALL)
    QUALIFY n * 100 >= sum(n) OVER (PARTITION BY meter_id)`);
  const grids = new Map<string, { minutes: number; offsets: Set<number> }>();
  for (const { meterId, minutes, offset } of rows) {
    const grid = grids.get(meterId);
    if (grid === undefined) grids.set(meterId, { minutes, offsets: new Set([offset]) });
    else grid.offsets.add(offset);
  }
  return (readings) => {
    const odd: OffGridReading[] = [];
    for (const [place, { meterId, ts }] of readings.entries()) {
      const grid = grids.get(meterId);
      if (grid === undefined) continue;
      const interval = grid.minutes * MINUTE_MS;
      const offset = ((ts % interval) + interval) % interval;
      if (!grid.offsets.has(offset)) odd.push({ place, ts, intervalMinutes: grid.minutes });
    }
    if (odd.length > 0) throw new OffGridError(odd);
  };
}
