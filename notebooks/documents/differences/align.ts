/** Alignment of two lists that keeps their order. */

/** Positions in both lists, of which one is absent where the other has no counterpart. */
export interface Step {
  readonly before?: number;
  readonly after?: number;
}

/** Beyond this many products of lengths, what differs counts as replaced whole. */
const MAX_CELLS = 4_000_000;

/**
 * Pairs items so that the weights of all pairs add up to the most; items without a pair stand before
 * those that come in their place. With weights of 0 and 1 this is the longest common subsequence.
 *
 * @param weight Of a pair, 0 where two items are no pair; equal items must have the greatest weight.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const steps = align([..."abc"], [..."axc"], (a, b) => a === b ? 1 : 0);
 * assert.deepEqual(steps, [
 *   { before: 0, after: 0 },
 *   { before: 1 },
 *   { after: 1 },
 *   { before: 2, after: 2 },
 * ]);
 * ```
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  weight: (before: T, after: T) => number,
): Step[] {
  const most = before.length > 0 ? weight(before[0], before[0]) : 0;
  const isEqual = (i: number, j: number) => weight(before[i], after[j]) === most;
  let start = 0;
  while (start < before.length && start < after.length && isEqual(start, start)) start++;
  let end = 0;
  while (
    end < before.length - start && end < after.length - start &&
    isEqual(before.length - 1 - end, after.length - 1 - end)
  ) end++;
  const n = before.length - start - end;
  const m = after.length - start - end;
  const paired = (from: number, to: number, count: number): Step[] =>
    Array.from({ length: count }, (_, i) => ({ before: from + i, after: to + i }));
  return [
    ...paired(0, 0, start),
    ...alignMiddle(n, m, (i, j) => weight(before[start + i], after[start + j]))
      .map((step) => ({
        ...(step.before !== undefined && { before: start + step.before }),
        ...(step.after !== undefined && { after: start + step.after }),
      })),
    ...paired(start + n, start + m, end),
  ];
}

function alignMiddle(n: number, m: number, weight: (i: number, j: number) => number): Step[] {
  const removed = Array.from({ length: n }, (_, before) => ({ before }));
  const added = Array.from({ length: m }, (_, after) => ({ after }));
  if (n * m === 0 || n * m > MAX_CELLS) return [...removed, ...added];
  const weights = new Float64Array(n * m);
  const sums = new Float64Array((n + 1) * (m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const own = weights[i * m + j] = weight(i, j);
      const at = i * (m + 1) + j;
      const both = own === 0 ? 0 : own + sums[at + m + 2];
      sums[at] = Math.max(both, sums[at + m + 1], sums[at + 1]);
    }
  }
  const steps: Step[] = [];
  for (let i = 0, j = 0; i < n || j < m;) {
    const at = i * (m + 1) + j;
    const own = i < n && j < m ? weights[i * m + j] : 0;
    if (own > 0 && sums[at] === own + sums[at + m + 2]) steps.push({ before: i++, after: j++ });
    else if (i < n && (j === m || sums[at] === sums[at + m + 1])) steps.push({ before: i++ });
    else steps.push({ after: j++ });
  }
  return steps;
}
