/** The view `energy_context` again, as plain loops; used by tests alone, to hold the SQL to. */
import type { ReferenceHour, ReferenceProfile } from "./energy_reference.ts";

const HOUR_MS = 3_600_000;
const SHIFTS = [3, 5, 7, 9];
/** Below it a course does not vary. */
const LEAST_VARIATION = 1e-9;

/**
 * The context features of the hour `at`, by name; `NaN` is missing.
 *
 * @param hours Hours of one meter, ascending.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hour = { ts: 0, kwh: 1, logLoad: 2, localTs: 0, day: 0 };
 * const profile = { usualWeek: 1, usualDay: 1, scale: 0.5, usualVariability: 1 };
 * const features = referenceContext([hour], new Map([[hour, profile]]), hour);
 * assert.deepEqual([features.residual_mean_3h, features.residual_night_24h], [2, 2]);
 * ```
 */
export function referenceContext(
  hours: readonly ReferenceHour[],
  profiles: ReadonlyMap<ReferenceHour, ReferenceProfile>,
  at: ReferenceHour,
): Record<string, number> {
  const { scale, usualWeek } = profiles.get(at)!;
  const known = hours.map((hour) => ({
    ...hour,
    usual: profiles.get(hour)!.usualWeek,
    residual: hour.logLoad - profiles.get(hour)!.usualWeek,
    clock: new Date(hour.localTs).getUTCHours(),
  })).filter(({ ts, usual }) => ts <= at.ts && !Number.isNaN(usual));
  const byTime = new Map(known.map((hour) => [hour.ts, hour]));
  // An hour whose usual load is unknown has no row at all.
  const last = (length: number) =>
    Number.isNaN(usualWeek) ? [] : known.filter(({ ts }) => ts > at.ts - length * HOUR_MS);
  const residuals = (length: number) => last(length).map(({ residual }) => residual);
  const scaled = (value: number) => value / scale;
  const during = (length: number, from: number, until: number) =>
    last(length).filter(({ clock }) => clock >= from && clock < until)
      .map(({ residual }) => residual);
  const course = (length: number) =>
    regression(last(length).map(({ logLoad, usual }) => [logLoad, usual]));
  const gain = (length: number) => {
    const shifted = SHIFTS.flatMap((shift) => {
      const pairs = last(length).flatMap((hour) => {
        const before = byTime.get(hour.ts - shift * HOUR_MS);
        return before === undefined ? [] : [{ hour, before }];
      });
      return [
        pairs.map(({ hour, before }) => Math.abs(hour.logLoad - before.usual)),
        pairs.map(({ hour, before }) => Math.abs(before.logLoad - hour.usual)),
      ];
    }).filter((distances) => distances.length > 0).map(mean);
    if (shifted.length === 0) return NaN;
    return scaled(mean(residuals(length).map(Math.abs)) - Math.min(...shifted));
  };
  return {
    ...Object.fromEntries(
      [3, 12, 72, 168].map((h) => [`residual_mean_${h}h`, scaled(mean(residuals(h)))]),
    ),
    ...Object.fromEntries(
      [24, 72, 168].map((h) => [`residual_abs_${h}h`, scaled(mean(residuals(h).map(Math.abs)))]),
    ),
    ...Object.fromEntries(
      [24, 168].flatMap((h) => [
        [`residual_sd_${h}h`, scaled(Math.sqrt(variance(residuals(h))))],
        [`residual_min_${h}h`, scaled(least(residuals(h)))],
        [`residual_max_${h}h`, -scaled(least(residuals(h).map((value) => -value)))],
        [`swing_${h}h`, course(h).slope],
      ]),
    ),
    ...Object.fromEntries(
      [24, 72].flatMap((h) => [
        [`residual_night_${h}h`, scaled(mean(during(h, 0, 6)))],
        [`residual_day_${h}h`, scaled(mean(during(h, 8, 20)))],
        [`shift_gain_${h}h`, gain(h)],
      ]),
    ),
    ...Object.fromEntries([24, 72, 168].map((h) => [`match_${h}h`, course(h).correlation])),
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
    slope: flat(u) ? NaN : covariance / variance(u),
    correlation: flat(x) || flat(u) ? NaN : covariance / Math.sqrt(variance(x) * variance(u)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

function least(values: readonly number[]): number {
  return values.length === 0 ? NaN : Math.min(...values);
}
