/** Rows for a detector that learns from faults: several series of the same meters, thinned. */
import type { Database } from "../../data/duckdb/mod.ts";
import { type Matrix, matrix, selectRows } from "../../models/mod.ts";
import type { FeatureView } from "../features/mod.ts";
import {
  type InjectedRows,
  type InjectionOptions,
  makeInjectedFeatures,
} from "./injected_features.ts";
import { planFaults } from "./plan_faults.ts";
import { thinRows } from "./thin_rows.ts";

/** Detectors see each meter with this many sets of faults. */
const DRAWS = 2;
/** Much denser than where they are judged: each series made has its price. */
const DAYS_PER_FAULT = 21;
/** Keeps these faults apart from those that detectors are judged by. */
const SEED_OF_DRAW = 1_000_000;

/** Rows and labels of some meters. */
export interface TaughtRows {
  readonly x: Matrix;
  readonly meterIds: readonly string[];
  /** Number of the fault that made the row wrong, −1 for none. */
  readonly fault: Int32Array;
}

/** Which series get faults. */
export interface TeachingOptions extends Pick<InjectionOptions, "until" | "seed" | "columns"> {
  readonly meterIds: readonly string[];
}

/**
 * Injects many faults into some meters, again and again, each time others than {@linkcode
 * makeInjectedFeatures} does with the same seed.
 *
 * @param db As `makeInjectedFeatures` needs it, with the relation `features`.
 * @param onProgress Called with the fraction of the series that are done.
 */
export async function makeTaughtRows(
  db: Database,
  views: readonly FeatureView[],
  { meterIds, ...options }: TeachingOptions,
  onProgress?: (fraction: number) => void,
): Promise<TaughtRows> {
  const selection = { meterIds, until: options.until, complete: true };
  const { meters } = await planFaults(db, selection, DAYS_PER_FAULT);
  const injection = { ...options, meters, crowded: true };
  const series: TaughtRows[] = [];
  while (series.length < DRAWS) {
    const seed = options.seed + (series.length + 1) * SEED_OF_DRAW;
    series.push(thinned(await makeInjectedFeatures(db, views, { ...injection, seed })));
    onProgress?.(series.length / DRAWS);
  }
  return joinTaught(series);
}

function thinned(rows: InjectedRows): TaughtRows {
  const kept = thinRows(rows);
  return {
    x: selectRows(rows.x, kept),
    meterIds: Array.from(kept, (row) => rows.meterIds[row]),
    fault: Int32Array.from(kept, (row) => rows.fault[row]),
  };
}

/**
 * The rows of all series one after another; faults of different series get different numbers.
 *
 * @param series At least one, all with the same columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../models/mod.ts";
 * const rows = {
 *   x: matrix(["kwh"], [1, 9]),
 *   meterIds: ["a", "a"],
 *   fault: Int32Array.of(-1, 0),
 * };
 * assert.deepEqual([...joinTaught([rows, rows]).fault], [-1, 0, -1, 1]);
 * ```
 */
export function joinTaught(series: readonly TaughtRows[]): TaughtRows {
  const [{ x: { columns } }] = series;
  const rows = series.reduce((sum, { x }) => sum + x.rows, 0);
  const values = new Float32Array(rows * columns.length);
  const fault = new Int32Array(rows);
  let row = 0;
  let faults = 0;
  for (const part of series) {
    values.set(part.x.values, row * columns.length);
    fault.set(part.fault.map((number) => number < 0 ? number : number + faults), row);
    row += part.x.rows;
    faults += part.fault.reduce((most, number) => Math.max(most, number + 1), 0);
  }
  return { x: matrix(columns, values), meterIds: series.flatMap((part) => part.meterIds), fault };
}
