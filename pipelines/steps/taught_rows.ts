/** Rows for supervised detectors, from several series of the same meters with different faults. */
import type { Database } from "../../data/duckdb/mod.ts";
import { type Matrix, matrix, selectRows } from "../../models/mod.ts";
import type { FeatureView } from "../features/mod.ts";
import {
  type InjectedRows,
  type InjectionOptions,
  makeInjectedFeatures,
} from "./injected_features.ts";
import { thinEvents } from "./thin_events.ts";

/** One fault in eight weeks of a series is few: detectors see each meter with this many sets. */
const DRAWS = 2;
/** Keeps these faults apart from those that detectors are judged by. */
const SEED_OF_DRAW = 1_000_000;

/** Rows and labels of some meters, in any order. */
export interface TaughtRows {
  readonly x: Matrix;
  readonly meterIds: readonly string[];
  /** 1 where a fault was injected, else 0. */
  readonly label: Uint8Array;
}

/**
 * Injects faults into some meters again and again, each time others than {@linkcode
 * makeInjectedFeatures} does with the same options.
 *
 * @param db As `makeInjectedFeatures` needs it.
 * @param onProgress Called with the fraction of the series that are done.
 */
export async function makeTaughtRows(
  db: Database,
  views: readonly FeatureView[],
  options: InjectionOptions,
  onProgress?: (fraction: number) => void,
): Promise<TaughtRows> {
  const series: InjectedRows[] = [];
  while (series.length < DRAWS) {
    const seed = options.seed + (series.length + 1) * SEED_OF_DRAW;
    series.push(await makeInjectedFeatures(db, views, { ...options, seed }));
    onProgress?.(series.length / DRAWS);
  }
  return taughtRows(series);
}

/**
 * The rows of all series one after another, of long events a day's worth.
 *
 * @param series At least one, all with the same columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../models/mod.ts";
 * const ts = Float64Array.from({ length: 50 }, (_, hour) => hour * 3_600_000);
 * const rows = {
 *   x: matrix(["hour"], ts),
 *   meterIds: new Array(50).fill("a"),
 *   ts,
 *   label: Uint8Array.from(ts, (_, hour) => hour < 48 ? 1 : 0),
 * };
 * assert.equal(taughtRows([rows, rows]).x.rows, 2 * (24 + 2));
 * ```
 */
export function taughtRows(
  series: readonly Pick<InjectedRows, "x" | "meterIds" | "ts" | "label">[],
): TaughtRows {
  const thinned = series.map((rows) => {
    const kept = thinEvents(rows);
    return {
      x: selectRows(rows.x, kept),
      meterIds: Array.from(kept, (row) => rows.meterIds[row]),
      label: Uint8Array.from(kept, (row) => rows.label[row]),
    };
  });
  const [{ x: { columns } }] = thinned;
  const values = new Float32Array(thinned.reduce((sum, { x }) => sum + x.values.length, 0));
  const label = new Uint8Array(values.length / columns.length);
  let row = 0;
  for (const part of thinned) {
    values.set(part.x.values, row * columns.length);
    label.set(part.label, row);
    row += part.x.rows;
  }
  return {
    x: matrix(columns, values),
    meterIds: thinned.flatMap(({ meterIds }) => meterIds),
    label,
  };
}
