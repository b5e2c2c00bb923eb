/** What a meter is expected to use at an hour of the week and a temperature. */

import { deviation } from "../detectors/robust_scale.ts";
import { CALTRACK_BREAKPOINTS, temperatureKnots } from "../detectors/temperature_ramps.ts";
import { expectedValue, fitWeekBaseline, type WeekBaseline } from "../detectors/week_baseline.ts";
import { quantile } from "../quantile.ts";

/** Hours of one meter as columns, ascending in time. */
export interface MeterHours {
  /** Local day of each hour, counted from any day. */
  readonly days: ArrayLike<number>;
  /** Hour of the local week, 24 · weekday + hour, 0 to 167. */
  readonly cells: ArrayLike<number>;
  /** Load of the hour, kWh; an hour without a sound reading has no row. */
  readonly kwh: ArrayLike<number>;
  /** Air temperature that the load answers to, °C; `NaN` where unknown. */
  readonly temperatures: ArrayLike<number>;
}

/** Days by their number. */
export interface DaySpan {
  /** Inclusive. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** A fitted baseline of the logarithm of the load. */
export interface LoadBaseline extends WeekBaseline {
  /** Stands in for a temperature that is unknown, °C: the median of the fit. */
  readonly usualTemperature: number;
}

/** Rounds in which residuals are bounded. */
const ROUNDS = 4;
/** Robust scales at which they are: 95 % as good as least squares on normal data (Huber 1981). */
const BOUND = 1.345;
/** As in the seasonal baseline of the detectors. */
const RIDGE = 1;
/** Rows an hour of the week must have for a level of its own. */
const LEAST_ROWS = 4;
/** Below this load in kWh, logarithms say more of the meter's resolution than of its load. */
const LEAST_KWH = 0.001;

/**
 * The level per hour of the week and the slope per range of temperature of ln(load): the detectors'
 * baseline (Mathieu et al. 2011; CalTRACK 2.0), fitted so that gross errors do not draw it. After
 * each fit, values further than 1.345 robust scales from it are moved to that distance and it is
 * fitted again, four times in all: the modified residuals of Huber (Robust Statistics, 1981, 7.8).
 *
 * Logarithms make the baseline multiplicative: a season or a new level of load scales all hours.
 * Loads below 0.001 kWh count as that. Unknown temperatures count as the median of the fit; where
 * all are unknown, temperature plays no part.
 *
 * @param span Days to fit to.
 * @returns Without hours in the span, a baseline that expects ln(load) = 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hours = {
 *   days: [0, 0, 1, 1, 2],
 *   cells: [8, 9, 8, 9, 8],
 *   kwh: [2, 4, 2, 4, 900],
 *   temperatures: [NaN, NaN, NaN, NaN, NaN],
 * };
 * const baseline = fitLoadBaseline(hours, { from: 0, to: 2 });
 * // Two rows are too few for an hour of its own: all share one level.
 * assert.equal(expectedKwh(baseline, 9, NaN).toFixed(3), Math.sqrt(8).toFixed(3));
 * ```
 */
export function fitLoadBaseline(hours: MeterHours, span: DaySpan): LoadBaseline {
  const rows = Array.from(hours.days, (_, row) => row).filter((row) =>
    hours.days[row] >= span.from && hours.days[row] < span.to
  );
  const known = Float64Array.from(rows, (row) => hours.temperatures[row])
    .filter((temperature) => !Number.isNaN(temperature)).sort();
  const usualTemperature = known.length === 0 ? 0 : quantile(known, 0.5);
  const cells = Uint8Array.from(rows, (row) => hours.cells[row]);
  const logs = Float64Array.from(rows, (row) => logLoad(hours.kwh[row]));
  const temperatures = Float64Array.from(
    rows,
    (row) => orUsual(hours.temperatures[row], usualTemperature),
  );
  const fit = {
    knots: temperatureKnots(known, CALTRACK_BREAKPOINTS),
    ridge: RIDGE,
    leastRows: LEAST_ROWS,
  };
  let values = logs;
  let baseline = fitWeekBaseline({ cells, values, temperatures }, fit);
  for (let round = 1; round < ROUNDS && rows.length > 0; round++) {
    const expected = logs.map((_, i) => expectedValue(baseline, cells[i], temperatures[i]));
    const bound = BOUND * deviation(logs.map((log, i) => log - expected[i]));
    values = logs.map((log, i) =>
      expected[i] + Math.min(Math.max(log - expected[i], -bound), bound)
    );
    baseline = fitWeekBaseline({ cells, values, temperatures }, fit);
  }
  return { ...baseline, usualTemperature };
}

/**
 * The load that the baseline expects in an hour, kWh.
 *
 * @param cell Hour of the local week, 0 to 167.
 * @param temperature In °C; `NaN` where unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const levels = Array.from({ length: 193 }, () => Math.log(2));
 * const baseline = { levels, knots: [0, 10], slopes: [0.1], usualTemperature: 5 };
 * assert.equal(expectedKwh(baseline, 7, 0), 2);
 * assert.equal(expectedKwh(baseline, 7, NaN), 2 * Math.exp(0.5));
 * ```
 */
export function expectedKwh(baseline: LoadBaseline, cell: number, temperature: number): number {
  return Math.exp(expectedValue(baseline, cell, orUsual(temperature, baseline.usualTemperature)));
}

function orUsual(temperature: number, usual: number): number {
  return Number.isNaN(temperature) ? usual : temperature;
}

function logLoad(kwh: number): number {
  return Math.log(Math.max(kwh, LEAST_KWH));
}
