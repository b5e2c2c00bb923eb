/** The check of labels that a combiner learns from. */

import type { CombinerContext, MemberScores } from "./combiner.ts";

/**
 * The labels of a fit that cannot do without them.
 *
 * @param combiner Name of the combiner, for the message.
 * @throws {RangeError} When there are none, not one per row, or a class is absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const scores = { members: ["a"], rows: 2, values: Float64Array.of(0.5, 1) };
 * const labels = Uint8Array.of(0, 1);
 * assert.equal(requireJudged("stacked", scores, { seed: 7, labels }), labels);
 * ```
 */
export function requireJudged(
  combiner: string,
  { rows }: MemberScores,
  { labels }: CombinerContext,
): Uint8Array {
  if (labels?.length !== rows) {
    throw new RangeError(
      `Cannot fit the combiner ${combiner}: expected ${rows} labels, got ${labels?.length ?? 0}`,
    );
  }
  const anomalous = labels.reduce((sum, label) => sum + label, 0);
  if (anomalous === 0 || anomalous === rows) {
    throw new RangeError(
      `Cannot fit the combiner ${combiner}: expected labels of both classes, ` +
        `got ${anomalous} anomalous of ${rows}`,
    );
  }
  return labels;
}
