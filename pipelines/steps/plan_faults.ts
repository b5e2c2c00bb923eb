/** How many faults each test meter gets, and from when on. */
import type { Database } from "../../data/duckdb/mod.ts";
import { type FeatureSelection, selectionCondition } from "../features/mod.ts";

/** One fault in eight weeks of a meter, on average. */
const DAYS_PER_FAULT = 56;
/** The longest fault, a slow drift, takes four weeks. */
const LEAST_HOURS = 28 * 24;
/** Fewer events say nothing of how many are found. */
const LEAST_FAULTS = 3;

/** A meter that gets faults. */
export interface FaultyMeter {
  readonly meterId: string;
  /** Its first hour with a full history, epoch milliseconds: no fault begins before. */
  readonly from: number;
  readonly faults: number;
}

/** Which meters get faults and which cannot. */
export interface FaultPlan {
  readonly meters: readonly FaultyMeter[];
  /** Meters whose readings hardly differ, or that have less than four weeks of complete hours. */
  readonly leftOut: readonly string[];
}

/**
 * Plans one fault in so many days of complete hours for each meter, and at least one.
 *
 * A fault is told by what it changes: a meter that is dead, or reads the same hour after hour,
 * looks alike with and without one. So half of its readings must be above zero and its quartiles
 * must differ.
 *
 * @param db Holds the relation `features`.
 * @param selection The rows to judge by, with the meters to plan for.
 * @param daysPerFault Days of a meter for each fault, on average.
 * @throws {RangeError} When less than three faults fit into the meters together.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`CREATE TABLE features AS
 *   SELECT 'a' AS meter_id, make_timestamp(hour * 3600000000) AS ts, 1 + hour % 2 AS kwh
 *   FROM range(56 * 24 * 3) t(hour)`);
 * const { meters } = await planFaults(db, { meterIds: ["a"] });
 * assert.deepEqual(meters, [{ meterId: "a", from: 0, faults: 3 }]);
 * ```
 */
export async function planFaults(
  db: Database,
  selection: FeatureSelection & { readonly meterIds: readonly string[] },
  daysPerFault: number = DAYS_PER_FAULT,
): Promise<FaultPlan> {
  const able = await db.rows<{ meter_id: string; from: number; hours: number }>(`
    SELECT meter_id, min(ts) AS "from", count(*) AS hours
    FROM features WHERE ${selectionCondition(selection)} GROUP BY meter_id
    HAVING count(*) >= ${LEAST_HOURS} AND median(kwh) > 0
      AND quantile_cont(kwh, 0.75) > quantile_cont(kwh, 0.25)
    ORDER BY meter_id`);
  const meters = able.map(({ meter_id, from, hours }) => ({
    meterId: meter_id,
    from,
    faults: Math.max(1, Math.round(hours / 24 / daysPerFault)),
  }));
  const leftOut = selection.meterIds.filter((id) => !able.some(({ meter_id }) => meter_id === id));
  const faults = meters.reduce((sum, meter) => sum + meter.faults, 0);
  if (faults < LEAST_FAULTS) {
    throw new RangeError(
      `Cannot inject fewer than ${LEAST_FAULTS} faults, one in ${daysPerFault} days of a meter: ` +
        `${faults} fit into [${meters.map(({ meterId }) => meterId).join(", ")}], none into [${
          leftOut.join(", ")
        }], whose readings hardly differ or have less than ${LEAST_HOURS} complete hours`,
    );
  }
  return { meters, leftOut };
}
