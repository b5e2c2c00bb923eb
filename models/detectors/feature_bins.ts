/** Rows as bin numbers: what histograms of gradients are counted over. */

import { type Matrix, selectRows } from "../matrix.ts";
import { random } from "../random.ts";
import { sampleIndices } from "../sample.ts";
import { columnValues } from "./column_values.ts";
import { featureCuts } from "./feature_cuts.ts";

/** Value bins of a column at most; with the bin of missing values they are 256. */
const VALUE_BINS = 255;
/** Rows the cuts are made from at most. */
const SAMPLE = 200_000;
/** Bin numbers below it fit 16 bits. */
const NARROW = 65_536;

/** Rows as bin numbers. Features are the columns that vary; the others cannot split anything. */
export interface FeatureBins {
  /** Number of rows. */
  readonly rows: number;
  /** The column of the matrix behind each feature. */
  readonly columns: Int32Array;
  /** The cuts between the bins of each feature. */
  readonly cuts: readonly Float32Array[];
  /**
   * The first bin of each feature among the bins of all, and at the end their number. The last bin
   * of a feature holds its missing values.
   */
  readonly starts: Int32Array;
  /** Row after row, the bin of each feature among the bins of all. */
  readonly codes: Uint16Array | Uint32Array;
  /** Feature after feature, the bin of each row among the bins of the feature. */
  readonly byFeature: Uint8Array;
}

/**
 * Puts each value of rows in canonical order into a bin.
 *
 * @param x Rows without infinite values.
 * @param seed Seed of the draw of 200,000 rows the cuts are made from where there are more.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const bins = featureBins(matrix(["kwh", "same"], [1, 5, 3, 5, NaN, 5]), 7);
 * assert.deepEqual([...bins.columns], [0]);
 * assert.deepEqual([...bins.cuts[0]], [2]);
 * assert.deepEqual([...bins.codes], [0, 1, 2]);
 * assert.deepEqual([...bins.byFeature], [0, 1, 2]);
 * ```
 */
export function featureBins(x: Matrix, seed: number): FeatureBins {
  const sample = x.rows > SAMPLE ? selectRows(x, sampleIndices(x.rows, SAMPLE, random(seed))) : x;
  const columns: number[] = [];
  const cuts: Float32Array[] = [];
  x.columns.forEach((_, column) => {
    const present = columnValues(sample, column);
    const between = featureCuts(present.sort(), VALUE_BINS);
    const gaps = present.length > 0 && present.length < sample.rows;
    if (between.length === 0 && !gaps) return;
    columns.push(column);
    cuts.push(between);
  });
  const starts = Int32Array.from({ length: columns.length + 1 }, () => 0);
  cuts.forEach((between, feature) => starts[feature + 1] = starts[feature] + between.length + 2);
  return {
    rows: x.rows,
    columns: Int32Array.from(columns),
    cuts,
    starts,
    ...encode(x, columns, cuts, starts),
  };
}

function encode(
  x: Matrix,
  columns: readonly number[],
  cuts: readonly Float32Array[],
  starts: Int32Array,
): Pick<FeatureBins, "codes" | "byFeature"> {
  const features = columns.length;
  const size = x.rows * features;
  const codes = starts[features] <= NARROW ? new Uint16Array(size) : new Uint32Array(size);
  const byFeature = new Uint8Array(size);
  for (let row = 0; row < x.rows; row++) {
    const start = row * x.columns.length;
    for (let feature = 0; feature < features; feature++) {
      const value = x.values[start + columns[feature]];
      const between = cuts[feature];
      const bin = Number.isNaN(value) ? between.length + 1 : binOf(value, between);
      codes[row * features + feature] = starts[feature] + bin;
      byFeature[feature * x.rows + row] = bin;
    }
  }
  return { codes, byFeature };
}

/** How many cuts lie below the value. */
function binOf(value: number, cuts: Float32Array): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= cuts[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}
