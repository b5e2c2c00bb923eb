/** How often texts occur. */

/** Different texts that are told apart; beyond them a column is no category. */
export const MOST_TEXTS = 1000;

/** What is known of the texts of a column. */
export interface TextCounts {
  /** Values that are `null`. */
  readonly missing: number;
  /** Each text and how often it occurs, the most frequent first; absent above {@link MOST_TEXTS}. */
  readonly counts?: readonly (readonly [text: string, count: number])[];
}

/**
 * Counts texts as long as there are at most {@link MOST_TEXTS} different ones; missing values are
 * counted in any case. Equally frequent texts are in alphabetical order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(frequentTexts(["b", "a", null, "b"]), {
 *   missing: 1,
 *   counts: [["b", 2], ["a", 1]],
 * });
 * ```
 */
export function frequentTexts(texts: readonly (string | null)[]): TextCounts {
  const counts = new Map<string, { count: number }>();
  let missing = 0;
  let tooMany = false;
  let last: string | null = null;
  let entry = { count: 0 };
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    if (text === null) {
      missing++;
      continue;
    }
    if (tooMany) continue;
    // Rows of one meter often follow one another: comparing is cheaper than looking up.
    if (text !== last) {
      last = text;
      const known = counts.get(text);
      if (known === undefined) counts.set(text, entry = { count: 0 });
      else entry = known;
      tooMany = counts.size > MOST_TEXTS;
    }
    entry.count++;
  }
  if (tooMany) return { missing };
  return {
    missing,
    counts: [...counts].map(([text, { count }]) => [text, count] as const)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}
