/**
 * The features again, as plain loops over all hours of a meter: slow, and simple enough to check
 * by reading. Used by tests alone, to hold the SQL to.
 */
import type { SimulatedMeter, SimulatedReadings } from "./simulated_load.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One complete hour of a meter. */
export interface ReferenceHour {
  /** Epoch milliseconds. */
  readonly ts: number;
  readonly kwh: number;
  readonly logLoad: number;
  /** The local clock, as if it were UTC: epoch milliseconds. */
  readonly localTs: number;
  /** Days of the local calendar since 1970. */
  readonly day: number;
}

/** What is known of a meter when a local day begins; `NaN` is missing. */
export interface ReferenceProfile {
  readonly usualWeek: number;
  readonly usualDay: number;
  readonly usualKind: number;
  readonly scale: number;
  readonly loadScale: number;
  readonly usualVariability: number;
}

/**
 * The complete hours of a meter, ascending.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = { meterId: "a", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 };
 * const [hour] = referenceHours(meter, { meter_id: ["a"], ts: [0], kwh: [1] });
 * assert.equal(hour.logLoad, 0);
 * ```
 */
export function referenceHours(
  { meterId, timeZone, intervalMinutes }: SimulatedMeter,
  readings: SimulatedReadings,
): ReferenceHour[] {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  const local = (ts: number) => Date.parse(`${clock.format(ts).replace(" ", "T")}Z`);
  const parts = new Map<number, number[]>();
  readings.ts.forEach((ts, i) => {
    if (readings.meter_id[i] !== meterId) return;
    const hour = ts - local(ts) % HOUR_MS;
    parts.set(hour, [...parts.get(hour) ?? [], readings.kwh[i]]);
  });
  return [...parts].filter(([, kwh]) => kwh.length === 60 / intervalMinutes)
    .sort(([a], [b]) => a - b).map(([ts, parts]) => {
      const kwh = parts.reduce((sum, part) => sum + Math.round(part * 1e6), 0) / 1e6;
      const localTs = local(ts);
      const logLoad = Math.round(Math.log(Math.max(kwh, 0.001)) * 1e9) / 1e9;
      return { ts, kwh, logLoad, localTs, day: Math.floor(localTs / DAY_MS) };
    });
}

/**
 * What is known of a meter when the local day of hour `at` begins.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = { meterId: "a", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 };
 * const hours = referenceHours(meter, { meter_id: ["a"], ts: [0], kwh: [1] });
 * assert.ok(Number.isNaN(referenceProfile(hours, hours[0]).usualWeek));
 * ```
 */
export function referenceProfile(
  hours: readonly ReferenceHour[],
  at: ReferenceHour,
): ReferenceProfile {
  const sameHour = hours.filter(({ localTs }) => hourOf(localTs) === hourOf(at.localTs));
  const before = ({ localTs }: ReferenceHour) => (at.localTs - localTs) / DAY_MS;
  const week = sameHour.filter((hour) => {
    const days = before(hour);
    return weekdayOf(hour.localTs) === weekdayOf(at.localTs) && days >= 7 && days <= 56;
  });
  const kind = sameHour.filter((hour) => {
    const days = before(hour);
    return isWeekend(hour.localTs) === isWeekend(at.localTs) && days >= 1 && days <= 35;
  });
  const fortnight = sameHour.filter((hour) => before(hour) >= 1 && before(hour) <= 14);
  const month = hours.filter(({ day }) => day < at.day && day >= at.day - 28);
  const loads = logLoads(month);
  const [lower, middle, upper] = [0.25, 0.5, 0.75].map((share) => quantile(loads, share));
  const known = month.length < 168 ? NaN : 1;
  const days = [...Map.groupBy(month, ({ day }) => day).values()];
  return {
    usualWeek: quantile(logLoads(week), 0.5),
    usualDay: quantile(logLoads(fortnight), 0.5),
    usualKind: quantile(logLoads(kind), 0.5),
    scale: known * Math.max(upper - lower, 0.05),
    loadScale: known * Math.max(Math.exp(upper) - Math.exp(lower), Math.exp(middle) / 4),
    usualVariability: quantile(days.map((day) => deviation(logLoads(day))), 0.5),
  };
}

/**
 * The features of every hour of a meter, by name, without the temperature; `NaN` is missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = { meterId: "a", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 };
 * const hours = referenceHours(meter, { meter_id: ["a"], ts: [0], kwh: [0] });
 * assert.equal(referenceFeatures(hours)[0].zero_share_24h, 1);
 * ```
 */
export function referenceFeatures(hours: readonly ReferenceHour[]): Record<string, number>[] {
  const byTime = new Map(hours.map((hour) => [hour.ts, hour]));
  const profiles = new Map(hours.map((hour) => [hour, referenceProfile(hours, hour)]));
  return hours.map((hour) => {
    const { usualWeek, usualDay, scale, usualVariability } = profiles.get(hour)!;
    const x = hour.logLoad;
    const last = (length: number) =>
      hours.filter(({ ts }) => ts <= hour.ts && ts > hour.ts - length * HOUR_MS);
    const change = (back: number) =>
      (x - (byTime.get(hour.ts - back * HOUR_MS)?.logLoad ?? NaN)) / scale;
    const day = last(24);
    const surprises = day.map((past) => past.logLoad - profiles.get(past)!.usualWeek)
      .filter((surprise) => !Number.isNaN(surprise));
    const earlier = logLoads(hours.filter((past) => past.day < hour.day));
    const night = logLoads(day.filter(({ localTs }) => hourOf(localTs) < 6));
    const daytime = logLoads(
      day.filter(({ localTs }) => hourOf(localTs) >= 8 && hourOf(localTs) < 20),
    );
    return {
      residual_week: (x - usualWeek) / scale,
      residual_day: (x - usualDay) / scale,
      residual_week_mean_24h: mean(surprises) / scale,
      ...Object.fromEntries(
        [1, 2, 3, 6, 12, 24, 48, 168].map((back) => [`change_${back}h`, change(back)]),
      ),
      ...windowFeatures(x, logLoads(day), scale, "24h"),
      ...windowFeatures(x, logLoads(last(168)), scale, "168h"),
      variability_ratio: deviation(logLoads(day)) / Math.max(usualVariability, 0.01),
      above_highest: earlier.length === 0 ? NaN : (x - Math.max(...earlier)) / scale,
      below_lowest: earlier.length === 0 ? NaN : (Math.min(...earlier) - x) / scale,
      run_length: runLength(byTime, hour),
      zero_share_24h: day.filter(({ kwh }) => kwh === 0).length / day.length,
      night_day_ratio: mean(night) - mean(daytime),
      hour: hourOf(hour.localTs),
      weekday: weekdayOf(hour.localTs),
      weekend: isWeekend(hour.localTs) ? 1 : 0,
      month: new Date(hour.localTs).getUTCMonth() + 1,
    };
  });
}

function windowFeatures(x: number, window: number[], scale: number, name: string) {
  const median = quantile(window, 0.5);
  return {
    [`mean_${name}`]: (x - mean(window)) / scale,
    [`sd_${name}`]: deviation(window) / scale,
    [`min_${name}`]: (x - Math.min(...window)) / scale,
    [`max_${name}`]: (Math.max(...window) - x) / scale,
    [`median_${name}`]: (x - median) / scale,
    [`mad_${name}`]: quantile(window.map((value) => Math.abs(value - median)), 0.5) / scale,
  };
}

function runLength(byTime: ReadonlyMap<number, ReferenceHour>, { ts, logLoad }: ReferenceHour) {
  let length = 1;
  while (length < 168 && byTime.get(ts - length * HOUR_MS)?.logLoad === logLoad) length++;
  return length;
}

function logLoads(hours: readonly ReferenceHour[]): number[] {
  return hours.map(({ logLoad }) => logLoad);
}

function hourOf(localTs: number): number {
  return new Date(localTs).getUTCHours();
}

function weekdayOf(localTs: number): number {
  return new Date(localTs).getUTCDay();
}

function isWeekend(localTs: number): boolean {
  return [0, 6].includes(weekdayOf(localTs));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of the whole population, in two passes. */
function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

/** Linear between the two nearest ranks. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)] - low);
}
