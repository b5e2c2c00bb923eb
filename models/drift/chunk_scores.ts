/** What a drift test says about the ordinary chunks of a reference. */

import { studentTail } from "./student_tail.ts";

/** How many standard deviations above the mean of ordinary chunks drift begins. */
const DEVIATIONS = 3;

/** How the cube roots of the scores of ordinary chunks spread; plain JSON data. */
export interface ChunkScores {
  readonly mean: number;
  /** Over one less than their number. */
  readonly deviation: number;
}

/**
 * Describes the scores of ordinary chunks.
 *
 * @param scores At least two, not negative.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(chunkScores([0, 1, 8]), { mean: 1, deviation: 1 });
 * ```
 */
export function chunkScores(scores: readonly number[]): ChunkScores {
  return spread(scores.map(Math.cbrt));
}

/**
 * The mean and three standard deviations of scores: a higher one is more than ordinary.
 *
 * @param scores At least two.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(upperLimit([1, 2, 3]), 5);
 * ```
 */
export function upperLimit(scores: readonly number[]): number {
  const { mean, deviation } = spread(scores);
  return mean + DEVIATIONS * deviation;
}

/**
 * How likely one more ordinary chunk is to score higher, if the cube roots of scores are normal, as
 * those of chi-square variables nearly are (Wilson and Hilferty 1931): the difference from their mean
 * over the deviation times √(1 + 1 / k) is then a Student variable of k − 1 degrees of freedom for k
 * chunks (the prediction interval of Fisher 1935). Of samples that differ by chance, 0.2 to 0.5 % come
 * below 0.002 and 4 to 7 % below 0.05; by Cramér-von Mises, whose scores are more skewed, 1 and 8 %. To
 * count the chunks that score higher could not reach below 1 / (k + 1).
 *
 * @param chunks Number of chunks, at least 2.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(chunkPValue(8, { mean: 2, deviation: 1 }, 6), 0.5);
 * ```
 */
export function chunkPValue(
  score: number,
  { mean, deviation }: ChunkScores,
  chunks: number,
): number {
  const above = Math.cbrt(score) - mean;
  if (above === 0) return 0.5;
  return studentTail(above / (deviation * Math.sqrt(1 + 1 / chunks)), chunks - 1);
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  // Counted from the first, so that equal ones have no deviation, not even by rounding.
  const [origin] = values;
  const mean = values.reduce((sum, value) => sum + (value - origin), 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - origin - mean) ** 2, 0);
  return { mean: origin + mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
