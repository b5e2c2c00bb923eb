/** How alike two texts are. */

/**
 * Sørensen-Dice coefficient of the words and signs of two texts, each counted as often as it occurs:
 * 1 for the same words in any order, 0 for none in common; 1 for two empty texts.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(similarity("a b c", "c b x"), 2 / 3);
 * ```
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) common++;
    counts.set(word, count - 1);
  }
  return 2 * common / (left.length + right.length);
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu) ?? [];
}
