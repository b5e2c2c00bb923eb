/** A connection of its own for passes, so that several run beside each other. */
import type { Database } from "../../data/duckdb/mod.ts";
import { type PlannedQueries, planQueries } from "./planned_queries.ts";
import { openSentReadings, type SentReadings } from "./sent_readings.ts";

/** What one pass at a time has to itself. */
export interface Lane {
  /** The readings of its pass. */
  readonly sent: SentReadings;
  /** Queries of its passes; whoever makes a table that they read forgets them. */
  readonly planned: PlannedQueries;
}

/**
 * Opens a lane over a connection.
 *
 * @param db Has the schema `request`; in the lane its relations go before those of the dataset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run("CREATE SCHEMA request");
 * const lanes = [await openLane(db), await openLane(await db.connect())];
 * await Promise.all(lanes.map(({ sent }, i) => sent.hold([{ meterId: "r1", ts: 0, kwh: i }])));
 * const kwh = await Promise.all(lanes.map(({ planned }) => planned.columns("SELECT kwh FROM sent")));
 * assert.deepEqual(kwh.map((column) => [...column.numbers("kwh")]), [[0], [1]]);
 * ```
 */
export async function openLane(db: Database): Promise<Lane> {
  await db.run("SET search_path = 'request,main'");
  const planned = planQueries(db);
  return { sent: await openSentReadings(db, planned.forget), planned };
}
