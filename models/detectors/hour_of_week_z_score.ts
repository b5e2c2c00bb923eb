/** The z-score of each hour of the week: what is odd at this hour of this day. */

import type { Matrix } from "../matrix.ts";
import { exportHourOfWeekZScore } from "../onnx/hour_of_week_z_score.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { otherColumns, requiredColumns } from "./required_columns.ts";
import { requireWhole } from "./require_whole.ts";
import { type RobustScale, robustScale } from "./robust_scale.ts";
import { scoringRows } from "./scoring_rows.ts";
import { trainingRows } from "./training_rows.ts";
import { ALL_ROWS, CELLS, weekCells, widerCells } from "./week_cells.ts";

/** In this order wherever they are looked up. */
const REQUIRED = ["hour", "weekday"];
/** Far beyond any real deviation: there to keep scores finite, not to shape them. */
const CLIP = 1e6;
/** An hour is taken to be at most this much steadier than all hours together. */
const LEAST_SHARE = 0.1;

/** A fitted hour-of-week z-score: score = max over the values of |value − center| · inverse. */
export interface HourOfWeekZScoreState {
  readonly kind: "hour_of_week_z_score";
  readonly columns: readonly string[];
  /**
   * Per cell of {@linkcode weekCells} and column beside hour and weekday: the median.
   */
  readonly center: readonly (readonly number[])[];
  /** One over the scale, likewise; 0 for a column without values in training. */
  readonly inverse: readonly (readonly number[])[];
  /** Bound of the score. */
  readonly clip: number;
}

/** Choices of the hour-of-week z-score. */
export interface HourOfWeekZScoreOptions {
  /**
   * Values an hour of the week must have for a centre and scale of its own, from 1.
   * @default {30}
   */
  readonly leastRows?: number;
}

/**
 * A detector whose score is the largest robust z-score among the columns beside `hour` (0 to 23)
 * and `weekday` (0 to 6), each against the training rows of the same hour of the week:
 * |value − median| / (1.4826 · median absolute deviation), at most 1e6 (Iglewicz and Hoaglin, How
 * to Detect and Handle Outliers, 1993, per hour of week).
 *
 * An hour of the week with fewer than `leastRows` values of a column takes the median and scale of
 * that hour on any day, and where these are too few as well, of all rows. Where more than half of
 * an hour's values are equal, its scale is the root of the mean squared deviation from the median.
 * No scale is below a tenth of that of all rows, which for a column that never varied is 1.
 *
 * Does not work on rows of meters with calendars of their own, such as shifts, holidays or closing
 * days, unless the columns have taken these out; blind to rows that are odd only in the
 * combination of their values. A fit sorts the values of every column three times; the state holds
 * 193 cells per column.
 *
 * @throws {RangeError} When leastRows is not a whole number from 1; in fit, when `hour` or
 * `weekday` is lacking or there is no column beside them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const columns = ["kwh", "hour", "weekday"];
 * const x = matrix(columns, [1, 3, 0, 2, 3, 0, 3, 3, 0, 9, 18, 0, 10, 18, 0, 11, 18, 0]);
 * const fitted = await hourOfWeekZScore({ leastRows: 3 }).fit(x, { seed: 7 });
 * const [night, evening] = fitted.anomalyScores(matrix(columns, [10, 3, 0, 10, 18, 0]));
 * assert.ok(night > 5);
 * assert.equal(evening, 0);
 * ```
 */
export function hourOfWeekZScore({ leastRows = 30 }: HourOfWeekZScoreOptions = {}): Detector {
  requireWhole("fit hour-of-week z-scores", "leastRows", leastRows, 1);
  return {
    name: "hour_of_week_z_score",
    nanPolicy: "A missing value adds nothing; a row with a missing value for its weekday is " +
      "compared with that hour on any day, one without an hour with all rows",
    requires: REQUIRED,
    fit(x, context) {
      const rows = trainingRows(x, context);
      const [hour, weekday] = requiredColumns("fit hour-of-week z-scores", x, REQUIRED);
      const values = otherColumns(x, REQUIRED);
      if (values.length === 0) {
        throw new RangeError(
          `Cannot fit hour-of-week z-scores: expected a column beside hour and weekday, got [${
            x.columns.join(", ")
          }]`,
        );
      }
      const cells = weekCells(rows, { hour, weekday });
      const tables = values.map((column, done) => {
        context.signal?.throwIfAborted();
        const table = cellScales(rows, column, cells, leastRows);
        context.onProgress?.((done + 1) / values.length);
        return table;
      });
      const perCell = (pick: (scale: RobustScale) => number) =>
        Array.from({ length: CELLS }, (_, cell) => tables.map((table) => pick(table[cell])));
      return fromHourOfWeekZScoreState({
        kind: "hour_of_week_z_score",
        columns: [...x.columns],
        center: perCell(({ center }) => center),
        inverse: perCell(({ scale }) => scale > 0 ? 1 / scale : 0),
        clip: CLIP,
      });
    },
  };
}

/**
 * The fitted detector a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const fitted = fromHourOfWeekZScoreState({
 *   kind: "hour_of_week_z_score",
 *   columns: ["hour", "weekday", "kwh"],
 *   center: Array.from({ length: 193 }, (_, cell) => [cell === 0 ? 1 : 5]),
 *   inverse: Array.from({ length: 193 }, () => [2]),
 *   clip: 1e6,
 * });
 * const x = matrix(["hour", "weekday", "kwh"], [0, 0, 5, 1, 0, 5]);
 * assert.deepEqual([...fitted.anomalyScores(x)], [8, 0]);
 * ```
 */
export function fromHourOfWeekZScoreState(
  state: HourOfWeekZScoreState,
): FittedDetector<HourOfWeekZScoreState> {
  const [hour, weekday] = requiredColumns("score by the hour of week", state, REQUIRED);
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = scoringRows(x, state.columns);
      return largestDeviations(rows, weekCells(rows, { hour, weekday }), state);
    },
    toOnnx: (graph, features) => exportHourOfWeekZScore(graph, features, state),
    toJSON: () => state,
  };
}

function largestDeviations(
  x: Matrix,
  cells: Uint8Array,
  { center, inverse, clip }: HourOfWeekZScoreState,
): Float64Array {
  const judged = otherColumns(x, REQUIRED);
  return Float64Array.from({ length: x.rows }, (_, row) => {
    const [centers, inverses] = [center[cells[row]], inverse[cells[row]]];
    let largest = 0;
    judged.forEach((column, j) => {
      const z = Math.abs(x.values[row * x.columns.length + column] - centers[j]) * inverses[j];
      // No comparison holds for NaN.
      if (z > largest) largest = z;
    });
    return Math.min(largest, clip);
  });
}

/** The scale of one column in each cell, narrow cells falling back to wider ones. */
function cellScales(
  x: Matrix,
  column: number,
  cells: Uint8Array,
  leastRows: number,
): RobustScale[] {
  const wider = Array.from({ length: CELLS }, (_, cell) => widerCells(cell));
  const values: number[][] = wider.map(() => []);
  for (let row = 0; row < x.rows; row++) {
    const value = x.values[row * x.columns.length + column];
    if (Number.isNaN(value)) continue;
    for (const cell of wider[cells[row]]) values[cell].push(value);
  }
  const scales = values.map(robustScale);
  const all = scales[ALL_ROWS];
  // The first other value of a column that never varied is the very thing to notice.
  const usual = all.scale > 0 ? all.scale : Math.min(values[ALL_ROWS].length, 1);
  return wider.map((candidates) => {
    const speaker = candidates.find((cell) => values[cell].length >= leastRows);
    const { center, scale } = speaker === undefined ? all : scales[speaker];
    return { center, scale: Math.max(scale, LEAST_SHARE * usual) };
  });
}
