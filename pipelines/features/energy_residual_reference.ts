/** The view `energy_residual` again, as plain loops, and what a stretch of its hours adds up to. */
import type { ReferenceHour, ReferenceProfile } from "./energy_reference.ts";

const HOUR_MS = 3_600_000;
const SHIFTS = [3, 5, 7, 9];
/** Below it a course does not vary. */
const LEAST_VARIATION = 1e-9;

/** An hour against its usual loads; `NaN` is missing. */
export interface ReferenceResidual extends ReferenceHour {
  readonly clock: number;
  readonly usual: number;
  readonly residual: number;
  readonly residualKind: number;
  readonly excess: number;
  /** Whether the load is the one of the hour before. */
  readonly repeats: boolean;
  /** Distances to the usual loads 3, 5, 7 and 9 h before. */
  readonly late: readonly number[];
  /** Distances of the loads 3, 5, 7 and 9 h before to the usual load. */
  readonly early: readonly number[];
}

/**
 * The hours with a usual load, against it.
 *
 * @param hours Hours of one meter, ascending.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hour = { ts: 0, kwh: 1, logLoad: 0, localTs: 0, day: 0 };
 * const profile = { usualWeek: 1, usualDay: 1, usualKind: 3, scale: 1, loadScale: 1, usualVariability: 1 };
 * const [{ residual, residualKind }] = referenceResiduals([hour], new Map([[hour, profile]]));
 * assert.deepEqual([residual, residualKind], [-1, -3]);
 * ```
 */
export function referenceResiduals(
  hours: readonly ReferenceHour[],
  profiles: ReadonlyMap<ReferenceHour, ReferenceProfile>,
): ReferenceResidual[] {
  const known = hours.map((hour) => ({ ...hour, ...profiles.get(hour)! }))
    .filter(({ usualWeek }) => !Number.isNaN(usualWeek));
  const byTime = new Map(known.map((hour) => [hour.ts, hour]));
  return known.map((hour) => {
    const before = (shift: number) => byTime.get(hour.ts - shift * HOUR_MS);
    return {
      ts: hour.ts,
      kwh: hour.kwh,
      logLoad: hour.logLoad,
      localTs: hour.localTs,
      day: hour.day,
      clock: new Date(hour.localTs).getUTCHours(),
      usual: hour.usualWeek,
      residual: hour.logLoad - hour.usualWeek,
      residualKind: hour.logLoad - hour.usualKind,
      excess: hour.kwh - Math.exp(hour.usualWeek),
      repeats: before(1)?.logLoad === hour.logLoad,
      late: SHIFTS.map((shift) => Math.abs(hour.logLoad - (before(shift)?.usualWeek ?? NaN))),
      early: SHIFTS.map((shift) => Math.abs((before(shift)?.logLoad ?? NaN) - hour.usualWeek)),
    };
  });
}

/**
 * What some hours of a meter add up to, not yet divided by a scale; `NaN` is missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(Number.isNaN(figures([]).abs));
 * ```
 */
export function figures(hours: readonly ReferenceResidual[]) {
  const residuals = hours.map(({ residual }) => residual);
  const abs = mean(residuals.map(Math.abs));
  const shifted = SHIFTS.flatMap((_, i) => [
    present(hours.map(({ late }) => late[i])),
    present(hours.map(({ early }) => early[i])),
  ]).filter((distances) => distances.length > 0).map(mean);
  const pairs = hours.map(({ logLoad, usual }) => [logLoad, usual] as const);
  return {
    abs,
    kindAbs: mean(present(hours.map(({ residualKind }) => Math.abs(residualKind)))),
    sd: Math.sqrt(variance(residuals)),
    least: least(residuals),
    largest: -least(residuals.map((residual) => -residual)),
    lowest: least(hours.map(({ logLoad }) => logLoad)),
    excess: -least(hours.map(({ excess }) => -excess)),
    gain: shifted.length === 0 ? NaN : abs - Math.min(...shifted),
    ...regression(pairs),
  };
}

/** Correlation of the pairs, and the slope of the first on the second. */
function regression(pairs: readonly (readonly [number, number])[]) {
  const [x, u] = [0, 1].map((side) => pairs.map((pair) => pair[side]));
  const [meanX, meanU] = [mean(x), mean(u)];
  const covariance = mean(pairs.map(([a, b]) => (a - meanX) * (b - meanU)));
  const squared = pairs.length ** 2;
  const flat = (values: readonly number[]) => !(squared * variance(values) > LEAST_VARIATION);
  return {
    swing: flat(u) ? NaN : covariance / variance(u),
    match: flat(x) || flat(u) ? NaN : covariance / Math.sqrt(variance(x) * variance(u)),
  };
}

function present(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value));
}

/**
 * The mean, `NaN` of none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(mean([1, 2]), 1.5);
 * ```
 */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

function least(values: readonly number[]): number {
  return values.length === 0 ? NaN : Math.min(...values);
}
