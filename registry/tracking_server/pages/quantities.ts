/** Numbers, times and sizes as the pages write them: short, English, UTC. */

const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** The moments that a date can hold, in epoch milliseconds. */
const lastMoment = 8.64e15;

/**
 * A moment in UTC, such as `3 Mar 2024, 14:05`; the bare number when no calendar reaches it.
 *
 * @param ms Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(momentText(0), "1 Jan 1970, 00:00");
 * ```
 */
export function momentText(ms: number | bigint): string {
  return Math.abs(Number(ms)) <= lastMoment ? moment.format(Number(ms)) : String(ms);
}

/**
 * How long something took, in the two largest units that tell it.
 *
 * @param ms Milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([250, 61_000, 90_000_000].map(durationText), ["250 ms", "1 min 1 s", "1 d 1 h"]);
 * ```
 */
export function durationText(ms: number): string {
  if (ms < 0) return `−${durationText(-ms)}`;
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  const [days, hours, minutes, seconds] = [86_400, 3600, 60, 1]
    .map((unit, i, units) =>
      Math.floor(ms / 1000 / unit) % (i === 0 ? Infinity : units[i - 1] / unit)
    );
  if (days > 0) return `${count(days)} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${seconds} s`;
}

/**
 * A number with six significant digits, for tables and axes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([0.1 + 0.2, -1234567, NaN].map(shortNumber), ["0.3", "−1.23457e6", "NaN"]);
 * ```
 */
export function shortNumber(value: number): string {
  const short = Number(value.toPrecision(6));
  const size = Math.abs(short);
  const text = size !== 0 && (size >= 1e6 || size < 1e-4)
    ? short.toExponential().replace("e+", "e")
    : String(short);
  return text.replaceAll("-", "−");
}

/**
 * A whole number with its thousands set apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(count(12345), "12,345");
 * ```
 */
export function count(value: number | bigint): string {
  return new Intl.NumberFormat("en-GB").format(value);
}

/**
 * A count with its noun.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([counted(1, "run"), counted(1200, "run")], ["1 run", "1,200 runs"]);
 * ```
 */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/**
 * A size in bytes, with three significant digits at most.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([999, 1500, 2_345_678].map(sizeText), ["999 B", "1.5 kB", "2.35 MB"]);
 * ```
 */
export function sizeText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const unit = units.findIndex((_, i) => bytes < 999.5 * 1000 ** i);
  return `${Number((bytes / 1000 ** unit).toPrecision(3))} ${units[unit]}`;
}
