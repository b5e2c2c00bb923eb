/** The contract of the gates: what a version must show before an alias points at it. */

import type { PromotionFacts } from "./facts.ts";
import type { PromotionTerms } from "./terms.ts";

/** One thing that a gate looked at. */
export interface Finding {
  /** What was looked at, such as `fall of event_f1`. */
  readonly subject: string;
  /** What was found: a finite number or a few words. */
  readonly found: number | string;
  /** What was expected. */
  readonly expected: string;
  readonly passed: boolean;
}

/**
 * When a gate is asked. `integrity` is asked of every move, also of one back to a version that had
 * the alias before; `fitness` of every promotion; `comparison` of every promotion but to
 * `challenger`, as a challenger only shadows.
 */
export type GateKind = "integrity" | "fitness" | "comparison";

/** A gate: a pure function over facts that were gathered before. */
export interface Gate {
  /** The name under which a refusal tells of it. */
  readonly name: string;
  readonly kind: GateKind;
  /**
   * Looks at a version; all that it looked at is told, passed or not. What is not recorded does not
   * pass.
   *
   * @returns At least one finding.
   */
  check(facts: PromotionFacts, terms: PromotionTerms): readonly Finding[];
}

/**
 * A finding about a number that must not exceed a limit.
 *
 * @param found Absent where it is not recorded.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(atMost("bytes", 10, 10).passed, true);
 * assert.deepEqual(atMost("bytes", undefined, 10), {
 *   subject: "bytes",
 *   found: "not recorded",
 *   expected: "at most 10",
 *   passed: false,
 * });
 * ```
 */
export function atMost(subject: string, found: number | undefined, limit: number): Finding {
  const expected = `at most ${limit}`;
  if (found === undefined || !Number.isFinite(found)) {
    return { subject, found: "not recorded", expected, passed: false };
  }
  return { subject, found, expected, passed: found <= limit };
}
