/** One combiner of each kind, for the suites that run them all. */

import type { Combiner } from "./combiner.ts";
import { combiners } from "./mod.ts";

/**
 * A combiner of every kind for members of these names.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { combiners } from "./mod.ts";
 * assert.deepEqual(combinerExamples(["a", "b"]).map(({ name }) => name), Object.keys(combiners));
 * ```
 */
export function combinerExamples(members: readonly string[]): Combiner[] {
  // 1, 2, 3 …, in sum 1: no two members may be swapped unnoticed.
  const whole = members.length * (members.length + 1) / 2;
  const weights = Object.fromEntries(members.map((name, m) => [name, (m + 1) / whole]));
  const examples: Record<keyof typeof combiners, Combiner> = {
    mean: combiners.mean(),
    max: combiners.max(),
    average_of_maximum: combiners.average_of_maximum(),
    weighted: combiners.weighted(weights),
    consensus_weights: combiners.consensus_weights(),
    greedy_selection: combiners.greedy_selection({ rounds: 5 }),
    stacked: combiners.stacked(),
  };
  return Object.values(examples);
}
