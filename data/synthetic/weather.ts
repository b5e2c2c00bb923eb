/** The hostel's outdoor temperature, hour by hour. */

import { randomStream, standardNormal } from "./random.ts";
import { DAY_MS, HOSTEL_SITE, HOUR_MS, localHour } from "./site.ts";

/** Mean of the year and half its swing, °C: Tashkent's January is near 2, its July near 28. */
const ANNUAL = { mean: 15, amplitude: 13, warmestDay: 200 } as const;
/** Half the daily swing in °C and the warmest local hour. */
const DAILY = { amplitude: 5.5, warmestHour: 15 } as const;
/** Weather fronts: an AR(1) process by the hour with this memory and standard deviation in °C. */
const FRONTS = { memory: 0.985, sd: 3 } as const;

/**
 * The climate's mean temperature at `ts` in °C: an annual and a daily cosine.
 *
 * @param ts Epoch milliseconds, UTC.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(expectedTemperature(Date.UTC(2024, 6, 20, 10)) > 32);
 * assert.ok(expectedTemperature(Date.UTC(2024, 0, 20, 22)) < 0);
 * ```
 */
export function expectedTemperature(ts: number): number {
  const yearStart = Date.UTC(new Date(ts).getUTCFullYear(), 0, 1);
  const dayOfYear = (ts - yearStart) / DAY_MS;
  const season = Math.cos((2 * Math.PI * (dayOfYear - ANNUAL.warmestDay)) / 365.25);
  const time = Math.cos((2 * Math.PI * (localHour(ts) - DAILY.warmestHour)) / 24);
  return ANNUAL.mean + ANNUAL.amplitude * season + DAILY.amplitude * time;
}

/** Hourly temperatures of a site, one element per hour in every array. */
export interface HostelWeather {
  /** The site the weather belongs to. */
  readonly siteId: string[];
  /** Start of the hour, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  /** Air temperature in °C, to a tenth. */
  readonly temperatureC: Float64Array;
}

/**
 * Simulates `hours` hourly temperatures from `start`: the climate's mean plus weather fronts
 * that last days (a stationary AR(1) process with standard deviation 3 °C).
 *
 * @param start Epoch milliseconds, UTC, a whole hour.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const weather = simulateWeather(Date.UTC(2024, 0, 1), 48, 7);
 * assert.equal(weather.temperatureC.length, 48);
 * assert.equal(weather.ts[1] - weather.ts[0], 3_600_000);
 * ```
 */
export function simulateWeather(start: number, hours: number, seed: number): HostelWeather {
  const random = randomStream(seed, "weather");
  const innovation = FRONTS.sd * Math.sqrt(1 - FRONTS.memory ** 2);
  const ts = new Float64Array(hours);
  const temperatureC = new Float64Array(hours);
  let front = FRONTS.sd * standardNormal(random);
  for (let i = 0; i < hours; i++) {
    ts[i] = start + i * HOUR_MS;
    temperatureC[i] = Math.round(10 * (expectedTemperature(ts[i]) + front)) / 10;
    front = FRONTS.memory * front + innovation * standardNormal(random);
  }
  return { siteId: new Array<string>(hours).fill(HOSTEL_SITE.siteId), ts, temperatureC };
}
