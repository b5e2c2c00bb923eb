/** Rows of the relation `features` as a matrix with their keys. */
import { type Database, sqlString } from "../../data/duckdb/mod.ts";
import { type Matrix, matrix } from "../../models/mod.ts";

/** Which rows of the relation `features`; every field narrows. */
export interface FeatureSelection {
  readonly meterIds?: readonly string[];
  /** First time, epoch milliseconds, inclusive. */
  readonly from?: number;
  /** Last time, epoch milliseconds, exclusive. */
  readonly until?: number;
  /**
   * Only rows that look back far enough: the usual load of the week and the load a week before are
   * known. Where readings in between are missing, so may other features be.
   */
  readonly complete?: boolean;
  /**
   * Only rows of hours in which the quality checks found nothing wrong (relation `issues`). A
   * reading that only came late counts as sound: what is selected does not depend on row order.
   */
  readonly sound?: boolean;
}

/** Features with the meter, the time and the load each row is about. */
export interface FeatureRows {
  readonly x: Matrix;
  readonly meterIds: string[];
  /** Epoch milliseconds, UTC. */
  readonly ts: Float64Array;
  /** Load of the hour, kWh. */
  readonly kwh: Float64Array;
  /** Usual load of the hour, kWh; `NaN` where unknown. */
  readonly expectedKwh: Float64Array;
}

/**
 * Reads features, sorted by meter and time.
 *
 * @param columns Feature columns in the order of the model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`CREATE TABLE features AS SELECT 'r1' AS meter_id, TIMESTAMP '2024-01-01' AS ts,
 *   0.5 AS hour, 2.0 AS kwh, 3.0 AS expected_kwh`);
 * const rows = await readFeatures(db, ["hour"], { meterIds: ["r1"] });
 * assert.deepEqual([rows.x.values[0], rows.kwh[0], rows.meterIds], [0.5, 2, ["r1"]]);
 * ```
 */
export async function readFeatures(
  db: Database,
  columns: readonly string[],
  selection: FeatureSelection = {},
): Promise<FeatureRows> {
  const from = `FROM features WHERE ${selectionCondition(selection)} ORDER BY meter_id, ts`;
  const { values } = await db.float32(`SELECT ${columns.join(", ")} ${from}`);
  const keys = await db.columns(`SELECT meter_id, ts, kwh, expected_kwh ${from}`);
  return {
    x: matrix(columns, values),
    meterIds: keys.texts("meter_id") as string[],
    ts: keys.numbers("ts"),
    kwh: keys.numbers("kwh"),
    expectedKwh: keys.numbers("expected_kwh"),
  };
}

/** These two reach furthest back: the eight-week median and the lag of a week. */
export const COMPLETE: readonly string[] = ["residual_week", "change_168h"];

const SOUND = `NOT EXISTS (
    SELECT 1 FROM issues i
    WHERE i.rule <> 'out_of_order' AND i.meter_id = features.meter_id
      AND i."from" < features.ts + INTERVAL 1 HOUR AND i."to" > features.ts)`;

/**
 * A selection as the condition of a `WHERE` clause.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(selectionCondition({ meterIds: ["r1"] }), "true AND meter_id IN ('r1')");
 * ```
 */
export function selectionCondition(selection: FeatureSelection): string {
  const { meterIds, from, until, complete, sound } = selection;
  return [
    "true",
    ...(meterIds === undefined ? [] : [oneOf(meterIds)]),
    ...(from === undefined ? [] : [`ts >= make_timestamp(${Math.round(from * 1000)})`]),
    ...(until === undefined ? [] : [`ts < make_timestamp(${Math.round(until * 1000)})`]),
    ...(sound ? [SOUND] : []),
    ...(complete ? COMPLETE.map((column) => `${column} IS NOT NULL`) : []),
  ].join(" AND ");
}

function oneOf(meterIds: readonly string[]): string {
  // SQL has no empty list.
  return meterIds.length === 0 ? "false" : `meter_id IN (${meterIds.map(sqlString).join(", ")})`;
}
