/** The seasonal baseline: what the hour of the week and the weather do not explain. */

import type { Matrix } from "../matrix.ts";
import { exportSeasonalBaseline } from "../onnx/seasonal_baseline.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { otherColumns, requiredColumns } from "./required_columns.ts";
import { requireWhole } from "./require_whole.ts";
import { fitScaledBaseline, type ScaledBaseline, scaledDistance } from "./scaled_baseline.ts";
import { scoringRows } from "./scoring_rows.ts";
import { CALTRACK_BREAKPOINTS, temperatureKnots } from "./temperature_ramps.ts";
import { trainingRows } from "./training_rows.ts";
import type { BaselineRows } from "./week_baseline.ts";
import { weekCells } from "./week_cells.ts";

const ACTION = "fit a seasonal baseline";
/** In this order wherever they are looked up. */
const REQUIRED = ["hour", "weekday", "temperature_c"];
/** Far beyond any real residual: there to keep scores finite, not to shape them. */
const CLIP = 1e6;

/** A fitted seasonal baseline: score = |target − expected| · inverse. */
export interface SeasonalBaselineState {
  readonly kind: "seasonal_baseline";
  readonly columns: readonly string[];
  /** Name of the column that is explained. */
  readonly target: string;
  /** For rows with a temperature; without knots where there were no two temperatures to tell. */
  readonly withTemperature: ScaledBaseline;
  /** For rows whose temperature is missing. */
  readonly withoutTemperature: ScaledBaseline;
  /** Bound of the score. */
  readonly clip: number;
}

/** Choices of the seasonal baseline. */
export interface SeasonalBaselineOptions {
  /** Name of the column to explain. @default {the first one that is not required} */
  readonly target?: string;
  /**
   * Temperatures in °C at which the slope may change, increasing.
   * @default {CalTRACK's 30, 45, 55, 65, 75 and 90 °F}
   */
  readonly breakpoints?: readonly number[];
  /** Weight of the squared slopes against the squared residuals, in °C², above 0. @default {1} */
  readonly ridge?: number;
  /** Rows an hour of the week must have for a level of its own, from 1. @default {10} */
  readonly leastRows?: number;
}

/**
 * A detector whose score is the distance of one column from a baseline of time of week and
 * temperature, in robust scales of the residuals (1.4826 · median |residual|), at most 1e6. The
 * baseline has a level per hour of the week and a slope per range of temperature (Mathieu et al.,
 * IEEE Transactions on Smart Grid, 2011; CalTRACK Methods 2.0, section 3), by least squares with a
 * ridge on the slopes.
 *
 * Unlike there, one set of slopes serves all hours, occupied or not; a slope ends at the lowest
 * and highest temperature of training; and an hour of the week with fewer than `leastRows` rows
 * takes the level of that hour on any day, and where these are too few as well, of all rows. The
 * scale is at least a thousandth of the target's own.
 *
 * Rows of many meters share the baseline, so the target has to be free of the meter's size, and
 * meters that answer to temperature differently blur each other: for one meter, or meters alike.
 * Least squares are drawn by gross errors in the training rows, and holidays are no day of the
 * week. Time is rows × slopes².
 *
 * @throws {RangeError} When the breakpoints are not finite and increasing, ridge is not positive
 * and finite, or leastRows is not a whole number from 1; in fit, when a required column or the
 * target is lacking.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const columns = ["kwh", "hour", "weekday", "temperature_c"];
 * // At 8 o'clock 5 kWh at 10 °C and 1 kWh less per degree, give or take 0.1 kWh.
 * const x = matrix(columns, [5.1, 8, 1, 10, 4.9, 8, 1, 10, 3.1, 8, 1, 12, 2.9, 8, 1, 12]);
 * const fitted = await seasonalBaseline({ ridge: 1e-6 }).fit(x, { seed: 7 });
 * const [cold, mild] = fitted.anomalyScores(matrix(columns, [5, 8, 1, 10, 5, 8, 1, 12]));
 * assert.ok(cold < 0.01 && mild > 10);
 * ```
 */
export function seasonalBaseline(
  { target, breakpoints = CALTRACK_BREAKPOINTS, ridge = 1, leastRows = 10 }:
    SeasonalBaselineOptions = {},
): Detector {
  requireWhole(ACTION, "leastRows", leastRows, 1);
  requireIncreasing(breakpoints);
  if (!(ridge > 0 && ridge < Infinity)) {
    throw new RangeError(
      `Cannot ${ACTION} as ridge must be finite and > 0: current value is ${ridge}`,
    );
  }
  return {
    name: "seasonal_baseline",
    nanPolicy: "Fitting skips rows without the target, scoring gives them 0; a missing value of " +
      "the temperature is scored by a baseline without it, one of the weekday by the level of " +
      "that hour on any day, one of the hour by that of all rows",
    requires: REQUIRED,
    fit(x, context) {
      const rows = trainingRows(x, context);
      const explained = targetColumn(x, target);
      const all = baselineRows(rows, x.columns.indexOf(explained));
      const warm = rowsWithTemperature(all);
      const knots = temperatureKnots(warm.temperatures, breakpoints);
      const withoutTemperature = fitScaledBaseline(all, { knots: [], ridge, leastRows });
      context.onProgress?.(0.5);
      context.signal?.throwIfAborted();
      const withTemperature = fitScaledBaseline(warm, { knots, ridge, leastRows });
      context.onProgress?.(1);
      return fromSeasonalBaselineState({
        kind: "seasonal_baseline",
        columns: [...x.columns],
        target: explained,
        withTemperature: knots.length > 0 ? withTemperature : withoutTemperature,
        withoutTemperature,
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
 * const columns = ["kwh", "hour", "weekday", "temperature_c"];
 * const levels = Array.from({ length: 193 }, () => 5);
 * const fitted = fromSeasonalBaselineState({
 *   kind: "seasonal_baseline",
 *   columns,
 *   target: "kwh",
 *   withTemperature: { levels, knots: [0, 10], slopes: [-0.2], inverse: 2 },
 *   withoutTemperature: { levels, knots: [], slopes: [], inverse: 1 },
 *   clip: 1e6,
 * });
 * const x = matrix(columns, [5, 8, 1, 10, 5, 8, 1, 0, 8, 8, 1, NaN]);
 * assert.deepEqual([...fitted.anomalyScores(x)], [4, 0, 3]);
 * ```
 */
export function fromSeasonalBaselineState(
  state: SeasonalBaselineState,
): FittedDetector<SeasonalBaselineState> {
  return {
    name: state.kind,
    anomalyScores: (x) => residuals(scoringRows(x, state.columns), state),
    toOnnx: (graph, features) => exportSeasonalBaseline(graph, features, state),
    toJSON: () => state,
  };
}

function residuals(x: Matrix, state: SeasonalBaselineState): Float64Array {
  const [hour, weekday, temperature] = requiredColumns("score by a baseline", x, REQUIRED);
  const cells = weekCells(x, { hour, weekday });
  const target = x.columns.indexOf(state.target);
  return Float64Array.from(cells, (cell, row) => {
    const value = x.values[row * x.columns.length + target];
    const warmth = x.values[row * x.columns.length + temperature];
    if (Number.isNaN(value)) return 0;
    const baseline = Number.isNaN(warmth) ? state.withoutTemperature : state.withTemperature;
    return Math.min(scaledDistance(baseline, value, cell, warmth), state.clip);
  });
}

function targetColumn(x: Matrix, target: string | undefined): string {
  requiredColumns(ACTION, x, REQUIRED);
  const free = otherColumns(x, REQUIRED).map((j) => x.columns[j]);
  const chosen = target ?? free[0];
  if (chosen === undefined || !free.includes(chosen)) {
    throw new RangeError(
      `Cannot ${ACTION}: expected ${
        target === undefined ? "a column" : `the target "${target}"`
      } beside ${REQUIRED.join(", ")}, got [${x.columns.join(", ")}]`,
    );
  }
  return chosen;
}

function requireIncreasing(breakpoints: readonly number[]): void {
  const sound = breakpoints.every((point, k) =>
    Number.isFinite(point) && (k === 0 || breakpoints[k - 1] < point)
  );
  if (!sound) {
    throw new RangeError(
      `Cannot ${ACTION} as breakpoints must be finite and increasing: current value is ${
        breakpoints.join(", ")
      }`,
    );
  }
}

/** The rows that have the target. */
function baselineRows(x: Matrix, target: number): BaselineRows {
  const [hour, weekday, temperature] = requiredColumns(ACTION, x, REQUIRED);
  const width = x.columns.length;
  const cells = weekCells(x, { hour, weekday });
  const present = Array.from(cells.keys()).filter((row) =>
    !Number.isNaN(x.values[row * width + target])
  );
  return {
    cells: present.map((row) => cells[row]),
    values: present.map((row) => x.values[row * width + target]),
    temperatures: present.map((row) => x.values[row * width + temperature]),
  };
}

function rowsWithTemperature({ cells, values, temperatures }: BaselineRows): BaselineRows {
  const present = Array.from(temperatures, (_, row) => row).filter((row) =>
    !Number.isNaN(temperatures[row])
  );
  return {
    cells: present.map((row) => cells[row]),
    values: present.map((row) => values[row]),
    temperatures: present.map((row) => temperatures[row]),
  };
}
