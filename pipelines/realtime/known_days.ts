/** Which local days of which meters have their rows of dawn. */
import type { Reading } from "../../data/mod.ts";
import type { Database } from "../../data/duckdb/mod.ts";

const HOUR_MS = 3_600_000;

/** The days that are known, as the table `recent.known_days` has them. */
export interface KnownDays {
  /**
   * Whether the readings of each meter lie in one day that is known.
   *
   * @param hours Longer days do not count. @default {any}
   */
  haveAll(readings: readonly Reading[], hours?: number): boolean;
  /** Reads the table again. */
  refresh(): Promise<void>;
}

interface Day {
  readonly first: number;
  readonly stop: number;
}

/**
 * Follows the known days of a history; at first none is known.
 *
 * @param db Has the table `recent.known_days` by the time of the first refresh.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE SCHEMA recent;
 *   CREATE TABLE recent.known_days AS SELECT 'a' AS meter_id,
 *     TIMESTAMP '1970-01-01' AS first, TIMESTAMP '1970-01-02' AS stop`);
 * const days = knownDays(db);
 * const readings = [{ meterId: "a", ts: 3_600_000, kwh: 1 }];
 * assert.equal(days.haveAll(readings), false);
 * await days.refresh();
 * assert.equal(days.haveAll(readings), true);
 * ```
 */
export function knownDays(db: Database): KnownDays {
  let days = new Map<string, Day[]>();
  return {
    haveAll(readings, hours = Infinity) {
      const dayOf = new Map<string, Day>();
      return readings.every(({ meterId, ts }) => {
        const day = dayOf.get(meterId) ??
          days.get(meterId)?.find(({ first, stop }) => ts >= first && ts < stop);
        if (day === undefined || ts < day.first || ts >= day.stop) return false;
        if (day.stop - day.first > hours * HOUR_MS) return false;
        dayOf.set(meterId, day);
        return true;
      });
    },
    async refresh() {
      const rows = await db.rows<Day & { meterId: string }>(
        `SELECT meter_id AS "meterId", first, stop FROM recent.known_days`,
      );
      days = Map.groupBy(rows, ({ meterId }) => meterId);
    },
  };
}
