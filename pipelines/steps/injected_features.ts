/** Features of real series with labelled faults put on top of them. */
import { type Database, sqlString } from "../../data/duckdb/mod.ts";
import type { InjectedFault, ReadingColumns } from "../../data/mod.ts";
import {
  COMPLETE,
  type FeatureRows,
  featureTableQuery,
  type FeatureView,
  leafViews,
  localHour,
  materialize,
  readFeatures,
  selectionCondition,
} from "../features/mod.ts";
import { injectPlan } from "./inject_plan.ts";
import type { FaultyMeter } from "./plan_faults.ts";

/** Which series get faults, and when. */
export interface InjectionOptions {
  /** The meters, each with its first time of a fault and its number of them. */
  readonly meters: readonly FaultyMeter[];
  /** End of the series and of the last fault, epoch milliseconds, exclusive. */
  readonly until: number;
  readonly seed: number;
  /** Whether faults that find no place among the others are left out. @default {false} */
  readonly crowded?: boolean;
  /** Feature columns to read, in order. */
  readonly columns: readonly string[];
}

/** Feature rows of series with faults. */
export interface InjectedRows extends FeatureRows {
  /** 1 where the reading of the row is part of an injected fault. */
  readonly label: Uint8Array;
  /**
   * Number of the fault, from 0, in whose time the row lies, else −1. Not every hour of a fault is
   * wrong: of a load left on at night the days are as they were.
   */
  readonly fault: Int32Array;
  /** How many faults of which kind were injected. */
  readonly faults: Readonly<Record<string, number>>;
}

/**
 * Copies the readings of some meters, injects faults and makes their features from scratch. Hours
 * in which the quality checks had found a fault before are left out, unless an injected one covers
 * them: nobody could say what their label is.
 *
 * @param db Holds the relations `readings`, `meters`, `weather` and `issues`. What is made lies in a
 *   schema of its own, so that it may spill to disk as all of the database does, and is gone in the
 *   end.
 * @param views Those that make the columns.
 */
export async function makeInjectedFeatures(
  db: Database,
  views: readonly FeatureView[],
  { meters, until, seed, crowded, columns }: InjectionOptions,
): Promise<InjectedRows> {
  const chosen = meters.map(({ meterId }) => sqlString(meterId)).join(", ");
  const clean = await db.columns(`SELECT meter_id, ts, kwh FROM readings
    WHERE meter_id IN (${chosen}) AND ts < make_timestamp(${until * 1000}) ORDER BY meter_id, ts`);
  const series = {
    meterId: clean.texts("meter_id") as string[],
    ts: clean.numbers("ts"),
    kwh: clean.numbers("kwh"),
  };
  const { kwh, label, faults } = injectPlan(series, meters, seed, crowded);

  await db.run(`
    CREATE SCHEMA injected;
    CREATE TABLE injected_readings
      (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE, label INTEGER, fault INTEGER);
    CREATE VIEW injected.readings AS SELECT meter_id, ts, kwh FROM injected_readings`);
  try {
    const fault = faultOfRows(series, faults);
    await db.append("injected_readings", {
      meter_id: series.meterId,
      ts: series.ts,
      kwh,
      label,
      fault,
    });
    await db.run("SET search_path = 'injected,main'");
    const leaves = leafViews(views);
    await materialize(db, views.filter((view) => !leaves.includes(view)));
    // Features that nobody reads are not computed.
    const read = [...new Set(["meter_id", "ts", "kwh", "expected_kwh", ...COMPLETE, ...columns])];
    await db.run(`CREATE TABLE features AS
      SELECT ${read.map((name) => `features.${name}`).join(", ")}, i.label, i.fault
      FROM (${featureTableQuery(views, ({ sql }) => `(${sql})`)}) features JOIN (
        SELECT i.meter_id, ${localHour("i.ts", "m.time_zone")} AS ts, max(label) AS label,
          max(fault) AS fault
        FROM injected_readings i JOIN meters m ON m.meter_id = i.meter_id GROUP BY ALL
      ) i ON i.meter_id = features.meter_id AND i.ts = features.ts
      WHERE i.label = 1 OR (${selectionCondition({ sound: true })})`);
    const selection = { until, complete: true };
    const rows = await readFeatures(db, columns, selection);
    const labels = await db.columns(
      `SELECT label, fault FROM features WHERE ${
        selectionCondition(selection)
      } ORDER BY meter_id, ts`,
    );
    return {
      ...rows,
      label: Uint8Array.from(labels.numbers("label")),
      fault: Int32Array.from(labels.numbers("fault")),
      faults: countByName(faults),
    };
  } finally {
    await db.run(`
      RESET search_path;
      DROP SCHEMA injected CASCADE;
      DROP TABLE injected_readings`);
  }
}

/** The number of the fault in whose time each reading lies, −1 outside of all. */
function faultOfRows(
  { meterId, ts }: ReadingColumns,
  faults: readonly InjectedFault[],
): Int32Array {
  const byMeter = Map.groupBy(faults.entries(), ([, fault]) => fault.meterId);
  return Int32Array.from(meterId, (id, row) => {
    const found = byMeter.get(id)?.find(([, { from, to }]) => from <= ts[row] && ts[row] < to);
    return found?.[0] ?? -1;
  });
}

function countByName(faults: readonly { readonly fault: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { fault } of faults) counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}
