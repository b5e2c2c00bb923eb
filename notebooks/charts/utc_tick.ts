/** How a moment is written on an axis: short, in UTC, on a 24-hour clock. */

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/**
 * A tick's text: the year at its start, else the date at midnight, else the time. The first tick
 * has its date and year below, so that the axis says when it is.
 *
 * @param index Position of the tick on its axis, from 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(utcTick(new Date("2020-02-01T12:00Z"), 1), "12:00");
 * assert.equal(utcTick(new Date("2020-02-02T00:00Z"), 0), "2 Feb\n2020");
 * ```
 */
export function utcTick(time: Date, index: number): string {
  const date = `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]}`;
  const year = time.getUTCFullYear();
  const clock = time.toISOString().slice(11, 16);
  if (clock !== "00:00") return index === 0 ? `${clock}\n${date} ${year}` : clock;
  if (index === 0) return `${date}\n${year}`;
  return date === "1 Jan" ? String(year) : date;
}
