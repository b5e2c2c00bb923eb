/** Numbers and times as the page writes them: short, English, UTC. */

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const HOUR = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/**
 * An energy with three significant digits at most and hundredths at most, whole kWh from 100 on.
 *
 * @param kwh kWh.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(energy(12345.6), "12,346");
 * assert.equal(energy(1.234), "1.23");
 * ```
 */
export function energy(kwh: number): string {
  return energyText(kwh, "negative");
}

/**
 * A difference of energies, always with its sign.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([signedEnergy(3), signedEnergy(-0.5)], ["+3", "−0.5"]);
 * ```
 */
export function signedEnergy(kwh: number): string {
  return energyText(kwh, "exceptZero");
}

function energyText(kwh: number, signDisplay: "negative" | "exceptZero"): string {
  const digits = Math.abs(kwh) >= 100 ? { maximumFractionDigits: 0 } : {
    maximumSignificantDigits: 3,
    maximumFractionDigits: 2,
    roundingPriority: "lessPrecision",
  } as const;
  return new Intl.NumberFormat("en-GB", { ...digits, signDisplay }).format(kwh).replace("-", "−");
}

/**
 * A count with its noun.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([counted(1, "event"), counted(1200, "event")], ["1 event", "1,200 events"]);
 * ```
 */
export function counted(count: number, noun: string): string {
  return `${new Intl.NumberFormat("en-GB").format(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * A day in UTC for people, such as `3 Mar 2024`.
 *
 * @param ms Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(dayText(0), "1 Jan 1970");
 * ```
 */
export function dayText(ms: number): string {
  return DAY.format(ms);
}

/**
 * An hour in UTC for people, such as `Sun 3 Mar, 14:00`.
 *
 * @param ms Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(hourText(0), "Thu 1 Jan, 00:00");
 * ```
 */
export function hourText(ms: number): string {
  return HOUR.format(ms).replace(/^(\w+),/, "$1");
}

/**
 * A day in UTC for date inputs and links, such as `2024-03-03`.
 *
 * @param ms Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(isoDay(86_400_000), "1970-01-02");
 * ```
 */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
