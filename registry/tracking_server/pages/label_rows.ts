/** Where labels go that would lie on one another. */

/** The room for labels, in pixels from the top. */
export interface LabelRoom {
  readonly least: number;
  readonly most: number;
  /** Smallest distance between two labels. */
  readonly gap: number;
}

/**
 * Places near the wished ones that keep their distance, in the same order: labels are pushed down
 * from the top, and up again where they would leave the room. More labels than the room holds go
 * beyond its top.
 *
 * @param wished Pixels from the top.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(labelRows([50, 52, 10], { least: 0, most: 100, gap: 12 }), [50, 62, 10]);
 * ```
 */
export function labelRows(wished: readonly number[], { least, most, gap }: LabelRoom): number[] {
  const order = wished.map((_, i) => i).sort((a, b) => wished[a] - wished[b] || a - b);
  const placed = [...wished];
  order.forEach((label, i) => {
    const free = i === 0 ? least : placed[order[i - 1]] + gap;
    placed[label] = Math.max(placed[label], free);
  });
  order.toReversed().forEach((label, i, upward) => {
    const free = i === 0 ? most : placed[upward[i - 1]] - gap;
    placed[label] = Math.min(placed[label], free);
  });
  return placed;
}
