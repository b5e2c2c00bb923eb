/** Asks the gates about a version. */

import type { PromotionFacts } from "./facts.ts";
import type { Finding, GateKind } from "./gate.ts";
import { gates } from "./gates/mod.ts";
import type { PromotionTerms } from "./terms.ts";

/** A finding and the gate it comes from. */
export interface GateFinding extends Finding {
  readonly gate: string;
}

/**
 * What every gate of these kinds found, in the order of the list.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { GOOD } from "./facts_fixture.ts";
 * import { defaultTerms } from "./terms.ts";
 * const [first] = judge(GOOD, defaultTerms, ["integrity"]);
 * assert.deepEqual([first.gate, first.passed], ["mlmodel", true]);
 * ```
 */
export function judge(
  facts: PromotionFacts,
  terms: PromotionTerms,
  kinds: readonly GateKind[],
): GateFinding[] {
  return gates.filter(({ kind }) => kinds.includes(kind))
    .flatMap((gate) =>
      gate.check(facts, terms).map((finding) => ({ gate: gate.name, ...finding }))
    );
}

/**
 * A finding in one line: gate, what was looked at, what was expected, what was found.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const finding = { gate: "size", subject: "bytes", found: 11, expected: "at most 10", passed: false };
 * assert.equal(findingText(finding), "gate size: bytes: expected at most 10, got 11");
 * ```
 */
export function findingText({ gate, subject, found, expected }: GateFinding): string {
  return `gate ${gate}: ${subject}: expected ${expected}, got ${found}`;
}
