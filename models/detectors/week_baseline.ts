/** What a value usually is at an hour of the week and a temperature, by least squares. */

import { solvePositiveDefinite } from "./cholesky.ts";
import { temperatureRamps } from "./temperature_ramps.ts";
import { CELLS, widerCells } from "./week_cells.ts";

/** value ≈ levels[cell] + Σ slopes · ramps of the temperature. */
export interface WeekBaseline {
  /** One per cell of the hour of week. */
  readonly levels: readonly number[];
  /** In °C, increasing; empty where temperature plays no part. */
  readonly knots: readonly number[];
  /** Per °C, one between each two knots. */
  readonly slopes: readonly number[];
}

/** Rows to fit a baseline to; all arrays have one entry per row. */
export interface BaselineRows {
  readonly cells: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** In °C; not read where there are no knots. */
  readonly temperatures: ArrayLike<number>;
}

/** What a fit of a baseline may be told. */
export interface BaselineFit {
  readonly knots: readonly number[];
  /** Weight of the squared slopes against the squared residuals, in °C², above 0. */
  readonly ridge: number;
  /** Rows a cell must have for a level of its own. */
  readonly leastRows: number;
}

/**
 * The levels and slopes that minimise Σ residual² + ridge · Σ slope².
 *
 * A level per cell is a block of indicators: it drops out of the normal equations when values and
 * ramps are taken from their means within the cell (Frisch and Waugh 1933), which leaves one
 * equation per slope. A cell with fewer than `leastRows` rows then takes the level of its hour on
 * any day, or of all rows. Time is rows × slopes².
 *
 * @param rows In canonical order, as sums depend on it; without missing values. Without rows all
 * levels are 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = { cells: [0, 0, 1, 1], values: [1, 3, 12, 16], temperatures: [0, 1, 1, 3] };
 * const fit = { knots: [0, 3], ridge: 1e-9, leastRows: 1 };
 * const { levels, slopes } = fitWeekBaseline(rows, fit);
 * assert.deepEqual([slopes[0], levels[0], levels[1]].map(Math.round), [2, 1, 10]);
 * ```
 */
export function fitWeekBaseline(
  rows: BaselineRows,
  { knots, ridge, leastRows }: BaselineFit,
): WeekBaseline {
  const ramps = Array.from(
    rows.values,
    (_, row) => temperatureRamps(rows.temperatures[row], knots),
  );
  const slopes = fitSlopes(rows, ramps, Math.max(knots.length - 1, 0), ridge);
  const wider = Array.from({ length: CELLS }, (_, cell) => widerCells(cell));
  const sums = new Float64Array(CELLS);
  const counts = new Float64Array(CELLS);
  ramps.forEach((climbed, row) => {
    const level = climbed.reduce((rest, ramp, k) => rest - slopes[k] * ramp, rows.values[row]);
    for (const cell of wider[rows.cells[row]]) {
      sums[cell] += level;
      counts[cell]++;
    }
  });
  const levels = wider.map((candidates) => {
    const speaker = candidates.find((cell) => counts[cell] >= leastRows) ?? CELLS - 1;
    return counts[speaker] > 0 ? sums[speaker] / counts[speaker] : 0;
  });
  return { levels, knots, slopes };
}

/**
 * What the baseline expects.
 *
 * @param cell Cell of the hour of week.
 * @param temperature In °C; not read where the baseline has no knots.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const levels = Array.from({ length: 193 }, (_, cell) => cell);
 * const baseline = { levels, knots: [0, 10, 20], slopes: [-1, 0.5] };
 * assert.equal(expectedValue(baseline, 7, 12), 7 - 10 + 1);
 * ```
 */
export function expectedValue(
  { levels, knots, slopes }: WeekBaseline,
  cell: number,
  temperature: number,
): number {
  let expected = levels[cell];
  temperatureRamps(temperature, knots).forEach((ramp, k) => expected += slopes[k] * ramp);
  return expected;
}

function fitSlopes(
  { cells, values }: BaselineRows,
  ramps: readonly (readonly number[])[],
  count: number,
  ridge: number,
): number[] {
  // The last column of the design is the value itself.
  const width = count + 1;
  const design = (row: number, k: number) => k < count ? ramps[row][k] : values[row];
  const means = new Float64Array(CELLS * width);
  const rowsOfCell = new Float64Array(CELLS);
  for (let row = 0; row < values.length; row++) {
    rowsOfCell[cells[row]]++;
    for (let k = 0; k < width; k++) means[cells[row] * width + k] += design(row, k);
  }
  means.forEach((sum, at) => means[at] = sum / rowsOfCell[Math.floor(at / width)]);
  const products = new Float64Array(count * count);
  const right = new Float64Array(count);
  const centered = new Float64Array(width);
  for (let row = 0; row < values.length; row++) {
    for (let k = 0; k < width; k++) centered[k] = design(row, k) - means[cells[row] * width + k];
    for (let i = 0; i < count; i++) {
      for (let j = 0; j <= i; j++) products[i * count + j] += centered[i] * centered[j];
      right[i] += centered[i] * centered[count];
    }
  }
  for (let i = 0; i < count; i++) products[i * count + i] += ridge;
  return [...solvePositiveDefinite(products, right)];
}
