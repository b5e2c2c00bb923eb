/** The view `energy_history` again, as plain loops; used by tests alone, to hold the SQL to. */
import type { ReferenceHour } from "./energy_reference.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;

/**
 * The history features of every hour of a meter, by name; `NaN` is missing.
 *
 * @param hours Hours of one meter, ascending.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hour = { ts: 0, kwh: 1, logLoad: 0, localTs: 0, day: 0 };
 * assert.ok(Number.isNaN(referenceHistory([hour])[0].residual_history));
 * ```
 */
export function referenceHistory(hours: readonly ReferenceHour[]): Record<string, number>[] {
  const compared = hours.map((hour) => ({ ...hour, usual: usualLoad(hours, hour) }));
  return compared.map((hour) => {
    const loads = hours.filter(({ day }) => day < hour.day).map(({ logLoad }) => logLoad);
    const spread = quantile(loads, 0.75) - quantile(loads, 0.25);
    const scale = loads.length < 168 ? NaN : Math.max(spread, 0.05);
    const last = (length: number) =>
      compared.filter(({ ts, usual }) =>
        ts <= hour.ts && ts > hour.ts - length * HOUR_MS && !Number.isNaN(usual)
      );
    const day = last(24);
    const known = Number.isNaN(hour.usual) ? NaN : 1;
    return {
      residual_history: (hour.logLoad - hour.usual) / scale,
      residual_history_abs_6h: known / scale *
        mean(last(6).map(({ logLoad, usual }) => Math.abs(logLoad - usual))),
      swing_history_24h: known * Math.log(
        swing(day.map(({ logLoad }) => logLoad)) / swing(day.map(({ usual }) => usual)),
      ),
    };
  });
}

/** Median of the same hour of week, all earlier weeks. */
function usualLoad(hours: readonly ReferenceHour[], at: ReferenceHour): number {
  const clock = ({ localTs }: ReferenceHour) => Math.floor(localTs / HOUR_MS) % 168;
  const same = hours.filter((hour) =>
    clock(hour) === clock(at) && at.localTs - hour.localTs >= WEEK_MS
  );
  return quantile(same.map(({ logLoad }) => logLoad), 0.5);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation of the whole population, at least 0.01. */
function swing(values: readonly number[]): number {
  const centre = mean(values);
  return Math.max(Math.sqrt(mean(values.map((value) => (value - centre) ** 2))), 0.01);
}

/** Linear between the two nearest ranks. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)] - low);
}
