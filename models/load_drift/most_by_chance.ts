/** How many of several meters are flagged by chance. */

const TIMES = 0.95;

/**
 * The number of flags that chance exceeds at most once in twenty times, where each of `count` is
 * flagged with probability `share` independently of the others: the 95 % quantile of the binomial
 * distribution.
 *
 * @param count From 0.
 * @param share Above 0, below 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([1, 6, 39].map((count) => mostByChance(count, 0.05)), [0, 1, 4]);
 * ```
 */
export function mostByChance(count: number, share: number): number {
  // Logarithms, as (1 - share) ^ count is 0 for doubles from some 15,000 on.
  let log = count * Math.log1p(-share);
  let below = Math.exp(log);
  let flags = 0;
  while (below < TIMES && flags < count) {
    log += Math.log((count - flags) / (flags + 1)) + Math.log(share) - Math.log1p(-share);
    below += Math.exp(log);
    flags++;
  }
  return flags;
}
