/** A meter's ordinary load, the yardstick of its faults. */

import { HOUR_MS } from "../site.ts";
import type { FaultSeries } from "./fault.ts";

/** Hours of the day that count as night. */
const NIGHT_HOURS = 8;

/** What a meter ordinarily reads. */
export interface MeterLoad {
  /** Median reading in kWh. */
  readonly median: number;
  /** Interquartile range of the readings, at least a quarter of the median; positive, in kWh. */
  readonly scale: number;
  /** By UTC hour of the day: whether it is one of the meter's eight quietest hours in a row. */
  readonly night: readonly boolean[];
  /** Median reading outside the night less that of the night, at least 0, in kWh. */
  readonly dayOverNight: number;
}

/**
 * Measures a meter's ordinary load. The night is found in the readings, so no time zone is
 * needed and a bakery's night is by day.
 *
 * @throws {RangeError} When the series has no readings, or reads 0 so often that it has no scale.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const ts = Float64Array.from({ length: 240 }, (_, i) => i * 3_600_000);
 * const load = meterLoad({ ts, kwh: ts.map((_, i) => i % 24 < 8 ? 1 : 3) });
 * assert.equal(load.median, 3);
 * assert.equal(load.scale, 2);
 * assert.deepEqual(load.night.indexOf(false), 8);
 * assert.equal(load.dayOverNight, 2);
 * ```
 */
export function meterLoad(series: FaultSeries): MeterLoad {
  const byHour = Array.from({ length: 24 }, (): number[] => []);
  series.kwh.forEach((kwh, row) => {
    if (!Number.isNaN(kwh)) byHour[Math.floor(series.ts[row] / HOUR_MS) % 24].push(kwh);
  });
  const all = byHour.flat();
  if (all.length === 0) throw new RangeError("Cannot measure the load of a meter without readings");
  const median = quantile(all, 0.5);
  const scale = Math.max(quantile(all, 0.75) - quantile(all, 0.25), median / 4);
  if (!(scale > 0)) {
    throw new RangeError(
      `Cannot scale faults to a meter whose readings hardly differ from 0: median is ${median}`,
    );
  }
  const night = quietestHours(byHour.map((kwh) => kwh.length > 0 ? quantile(kwh, 0.5) : median));
  const nightKwh = byHour.filter((_, hour) => night[hour]).flat();
  const dayKwh = byHour.filter((_, hour) => !night[hour]).flat();
  const dayOverNight = nightKwh.length > 0 && dayKwh.length > 0
    ? Math.max(0, quantile(dayKwh, 0.5) - quantile(nightKwh, 0.5))
    : 0;
  return { median, scale, night, dayOverNight };
}

function quietestHours(medians: readonly number[]): boolean[] {
  const blockSum = (start: number) =>
    Array.from({ length: NIGHT_HOURS }, (_, i) => medians[(start + i) % 24])
      .reduce((sum, kwh) => sum + kwh, 0);
  const sums = medians.map((_, start) => blockSum(start));
  const start = sums.indexOf(Math.min(...sums));
  return medians.map((_, hour) => (hour - start + 24) % 24 < NIGHT_HOURS);
}

/** Linear interpolation between order statistics (Hyndman and Fan 1996, type 7). */
function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
