/** What a comparison of champion and challenger has come to. */
import { rateVerdict } from "../../models/mod.ts";
import type { PairedFigures } from "./paired_days.ts";

/** Chance of ever being wrong about equal rates. */
const ALPHA = 0.05;
/** Two versions are alike when neither marks more than this many times the other's days. */
const ALIKE = 1.5;

/** What is known so far of how many days the challenger marks, by those that one side alone marks. */
export type ReleaseOutcome = "undecided" | "more_alerts" | "fewer_alerts" | "alike";

/** The outcome with the figures behind it. */
export interface Comparison {
  readonly outcome: ReleaseOutcome;
  /** Days of a meter that the challenger alone marks, divided by those of the champion alone. */
  readonly ratio: number;
  /** Ends of its interval, which holds at all times together, 95 % sure. */
  readonly low: number;
  readonly high: number;
  /** Holds however often one looks. */
  readonly pValue: number;
}

/**
 * Judges the days so far. It may be asked after each of them: the intervals are those of a
 * sequential test. `more_alerts` and `fewer_alerts` mean an interval on one side of 1, `alike` one
 * within 2/3 and 1.5.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { pairDays } from "./paired_days.ts";
 * assert.equal(releaseOutcome(pairDays().figures()).outcome, "undecided");
 * ```
 */
export function releaseOutcome({ comparison }: Pick<PairedFigures, "comparison">): Comparison {
  const { ratio, low, high, pValue } = rateVerdict(comparison, ALPHA);
  const figures = { ratio, low, high, pValue };
  if (low >= 1 / ALIKE && high <= ALIKE) return { outcome: "alike", ...figures };
  if (low > 1) return { outcome: "more_alerts", ...figures };
  if (high < 1) return { outcome: "fewer_alerts", ...figures };
  return { outcome: "undecided", ...figures };
}
