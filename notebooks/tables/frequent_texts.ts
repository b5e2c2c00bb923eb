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

/** Places of texts that were met lately: comparing with one is cheaper than hashing. */
const RECENT = 256;

interface TextCount {
  readonly text: string;
  count: number;
}

/** Names of meters often differ in their last characters. */
function placeOf(text: string): number {
  const { length } = text;
  if (length < 2) return length;
  return (31 * text.charCodeAt(length - 1) + 7 * text.charCodeAt(length - 2) + length) % RECENT;
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
  const counts = new Map<string, TextCount>();
  const recent = new Array<TextCount | undefined>(RECENT);
  let missing = 0;
  let tooMany = false;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    if (text === null) {
      missing++;
      continue;
    }
    if (tooMany) continue;
    const place = placeOf(text);
    let entry = recent[place];
    if (entry === undefined || entry.text !== text) {
      entry = counts.get(text);
      if (entry === undefined) counts.set(text, entry = { text, count: 0 });
      recent[place] = entry;
      tooMany = counts.size > MOST_TEXTS;
    }
    entry.count++;
  }
  if (tooMany) return { missing };
  return {
    missing,
    counts: [...counts.values()].map(({ text, count }) => [text, count] as const)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}
