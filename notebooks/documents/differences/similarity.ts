/** How alike texts are. */

/** The words and signs of a text and how often each occurs. */
export interface WordCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/**
 * Counts the words of a text, once for all the texts that it is held against.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { counts, total } = countWords("f(a, a)");
 * assert.deepEqual([total, counts.get("a"), counts.get("(")], [6, 2, 1]);
 * ```
 */
export function countWords(text: string): WordCounts {
  const words = text.match(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

/**
 * Sørensen-Dice coefficient of two texts, each word counted as often as it occurs: 1 for the same
 * words in any order, 0 for none in common; 1 for two empty texts.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(similarity(countWords("a b c"), countWords("c b x")), 2 / 3);
 * ```
 */
export function similarity(a: WordCounts, b: WordCounts): number {
  if (a.total + b.total === 0) return 1;
  const [few, many] = a.counts.size < b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts];
  let common = 0;
  for (const [word, count] of few) common += Math.min(count, many.get(word) ?? 0);
  return 2 * common / (a.total + b.total);
}
