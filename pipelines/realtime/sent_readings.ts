/** The table of the readings that a pass takes. */
import type { Database } from "../../data/duckdb/mod.ts";
import type { Reading } from "../../data/mod.ts";

/** Rows that may have been deleted of a table: DuckDB reads over them as long as it is there. */
const DELETED_ROWS = 50_000;

/** Longer than what DuckDB packs into a number, after all others, and not of ASCII alone. */
const LONG_ID = "\u{10ffff}".repeat(16);

/** Holds readings in the temporary table `sent` of a connection, with the place of each. */
export interface SentReadings {
  /** Puts readings in the place of those before. */
  hold(readings: readonly Reading[]): Promise<void>;
}

/**
 * Makes the table.
 *
 * @param onNewTable Told before the table is made anew, as is done once many rows are deleted of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const sent = await openSentReadings(db, () => Promise.resolve());
 * for (const kwh of [1, 2]) await sent.hold([{ meterId: "r1", ts: 0, kwh }]);
 * assert.deepEqual(await db.rows("FROM sent"), [{ meter_id: "r1", ts: 0, kwh: 2, place: 0 }]);
 * ```
 */
export async function openSentReadings(
  db: Database,
  onNewTable: () => Promise<void>,
): Promise<SentReadings> {
  // DuckDB plans with the extremes of all rows that a table ever had, and packs texts and times by
  // them: a plan is right for readings to come only where these rows, at once deleted, go beyond them.
  const make = () =>
    db.run(`
      CREATE OR REPLACE TEMP TABLE sent
        (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE, place INTEGER);
      INSERT INTO sent VALUES
        ('', '-infinity', '-infinity', -2147483648),
        ('${LONG_ID}', 'infinity', 'infinity', 2147483647),
        (NULL, NULL, 'nan', NULL);
      DELETE FROM sent`);
  await make();
  let deleted = 0;
  let held = 0;
  return {
    async hold(readings) {
      deleted += held;
      if (deleted > DELETED_ROWS) {
        await onNewTable();
        await make();
        deleted = 0;
      } else {
        await db.run("DELETE FROM sent");
      }
      held = readings.length;
      await db.append("sent", {
        meter_id: readings.map(({ meterId }) => meterId),
        ts: readings.map(({ ts }) => ts),
        kwh: readings.map(({ kwh }) => kwh),
        place: readings.map((_, i) => i),
      });
    },
  };
}
