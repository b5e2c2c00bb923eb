/** A sequential test of two rates: it may be looked at after every event, and stopped any time. */

/** Ratios that are weighed, even in their logarithms and symmetric about 1: up to 64 times. */
const STEPS = 96;
const REACH = Math.log(64);
const LOG_RATIOS = Float64Array.from(
  { length: 2 * STEPS + 1 },
  (_, i) => (i / STEPS - 1) * REACH,
);
/** A normal distribution of the logarithm, so that a ratio of e is one deviation away. */
const LOG_WEIGHTS = logNormalized(LOG_RATIOS.map((log) => -(log ** 2) / 2));
const MIDDLE = STEPS;

/** What the test remembers; plain JSON data of a fixed size. */
export interface RateComparison {
  /** Number of events seen. */
  readonly events: number;
  /** How many of them came of the challenger. */
  readonly challenger: number;
  /** Log-likelihood of each weighed ratio, less that of equal rates. */
  readonly logLikelihood: readonly number[];
  /** Highest logarithm so far of the evidence against equal rates. */
  readonly mostEvidence: number;
}

/** What the events so far say about the challenger's rate divided by the champion's. */
export interface RateVerdict {
  /** Holds however often one looks: at most 1, small where the rates differ. */
  readonly pValue: number;
  /** The most likely ratio of those weighed; 1 before the first event. */
  readonly ratio: number;
  /** Ends of the interval that holds the true ratio at all times, 1 - alpha sure. */
  readonly low: number;
  readonly high: number;
}

/**
 * A comparison before its first event.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([startRateComparison().events, startRateComparison().mostEvidence], [0, 0]);
 * ```
 */
export function startRateComparison(): RateComparison {
  return {
    events: 0,
    challenger: 0,
    logLikelihood: [...LOG_RATIOS].map(() => 0),
    mostEvidence: 0,
  };
}

/**
 * Takes in one event, such as an alert or an error, of either side.
 *
 * Under equal rates the event is the challenger's with the probability of its share of exposure.
 * The evidence is the likelihood ratio of a mixture of rate ratios against equal rates: a
 * nonnegative martingale under equal rates, so that it ever exceeds 1 / alpha with probability
 * alpha at most (Ville, 1939; Robbins, Statistical methods related to the law of the iterated
 * logarithm, 1970).
 *
 * @param byChallenger Whether the event came of the challenger.
 * @param exposure The challenger's share of what could have led to the event, in (0, 1); for pairs
 *   of which one side alone had it, 1/2.
 * @throws {RangeError} When the exposure is not in (0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * let state = startRateComparison();
 * for (let i = 0; i < 20; i++) state = addEvent(state, true, 0.5);
 * assert.ok(rateVerdict(state, 0.05).low > 1);
 * ```
 */
export function addEvent(
  state: RateComparison,
  byChallenger: boolean,
  exposure: number,
): RateComparison {
  if (!(exposure > 0 && exposure < 1)) {
    throw new RangeError(
      `Cannot compare rates as the share of exposure must lie between 0 and 1: current value is ${exposure}`,
    );
  }
  const logLikelihood = state.logLikelihood.map((value, i) => {
    const log = LOG_RATIOS[i];
    return value + (byChallenger ? log : 0) - Math.log1p(exposure * Math.expm1(log));
  });
  return {
    events: state.events + 1,
    challenger: state.challenger + (byChallenger ? 1 : 0),
    logLikelihood,
    mostEvidence: Math.max(state.mostEvidence, mixture(logLikelihood)),
  };
}

/**
 * What the comparison says so far. The interval has the ratios that the mixture does not beat by
 * 1 / alpha, and ends at 1/64 and 64, beyond which no ratio is weighed.
 *
 * @param alpha Chance of ever being wrong, in (0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { pValue, ratio, low, high } = rateVerdict(startRateComparison(), 0.05);
 * assert.deepEqual([pValue, ratio], [1, 1]);
 * assert.ok(Math.abs(low * high - 1) < 1e-9 && high > 63);
 * ```
 */
export function rateVerdict(
  { events, logLikelihood, mostEvidence }: RateComparison,
  alpha: number,
): RateVerdict {
  if (!(alpha > 0 && alpha < 1)) {
    throw new RangeError(
      `Cannot judge rates as alpha must lie between 0 and 1: current value is ${alpha}`,
    );
  }
  const limit = mixture(logLikelihood) + Math.log(alpha);
  const kept = logLikelihood.map((_, i) => i).filter((i) => logLikelihood[i] > limit);
  const best = events === 0 ? MIDDLE : logLikelihood.indexOf(Math.max(...logLikelihood));
  return {
    pValue: Math.min(1, Math.exp(-mostEvidence)),
    ratio: Math.exp(LOG_RATIOS[best]),
    low: Math.exp(LOG_RATIOS[kept[0]]),
    high: Math.exp(LOG_RATIOS[kept[kept.length - 1]]),
  };
}

function mixture(logLikelihood: readonly number[]): number {
  return logSumExp(Float64Array.from(logLikelihood, (value, i) => value + LOG_WEIGHTS[i]));
}

function logNormalized(logs: Float64Array): Float64Array {
  const total = logSumExp(logs);
  return logs.map((log) => log - total);
}

function logSumExp(logs: Float64Array): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
