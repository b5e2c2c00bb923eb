/** Whether events come more or less often than before, by an exact test. */

/** How many events in how much time. */
export interface EventRate {
  /** A whole number from 0. */
  readonly events: number;
  /** Time that was watched, in any unit that both rates share; above 0. */
  readonly exposure: number;
}

/** The chance of as many or more, as many or fewer, or as unusual a number without any change. */
export interface RateChange {
  readonly more: number;
  readonly fewer: number;
  /** Twice the smaller of the two, at most 1. */
  readonly either: number;
}

/**
 * The exact conditional test of two Poisson rates (Przyborowski and Wilenski, Homogeneity of results
 * in testing samples from Poisson series, 1940): of all events together those of the current time
 * are binomial with its share of the exposure. Right for rare events too, where no event was seen
 * before. Events that come in clusters differ more than it expects.
 *
 * @throws {RangeError} When a number of events is not a whole number from 0 or an exposure is not
 * positive.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { more } = rateChange({ events: 0, exposure: 3 }, { events: 2, exposure: 1 });
 * assert.ok(Math.abs(more - 1 / 16) < 1e-12);
 * ```
 */
export function rateChange(reference: EventRate, current: EventRate): RateChange {
  for (const { events, exposure } of [reference, current]) requireRate(events, exposure);
  const total = reference.events + current.events;
  const share = current.exposure / (reference.exposure + current.exposure);
  const more = upperTail(total, current.events, share);
  const fewer = upperTail(total, reference.events, 1 - share);
  return { more, fewer, either: Math.min(1, 2 * Math.min(more, fewer)) };
}

/** The chance that a binomial variable of n trials is k or more. */
function upperTail(n: number, k: number, share: number): number {
  if (k === 0) return 1;
  let logTerm = 0;
  for (let i = 1; i <= k; i++) logTerm += Math.log((n - k + i) / i) + Math.log(share);
  logTerm += (n - k) * Math.log1p(-share);
  // As logarithms: the first terms may be too small for a number and the later ones not.
  let sum = 0;
  for (let i = k; i <= n; i++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((n - i) / (i + 1)) + Math.log(share / (1 - share));
  }
  return Math.min(1, sum);
}

function requireRate(events: number, exposure: number): void {
  if (!(Number.isSafeInteger(events) && events >= 0 && exposure > 0 && exposure < Infinity)) {
    throw new RangeError(
      `Cannot compare rates as events must be a whole number >= 0 and the exposure positive: ` +
        `current values are ${events} and ${exposure}`,
    );
  }
}
