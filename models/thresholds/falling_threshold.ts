/** A threshold that falls from the highest score to the lowest. */

/** What a threshold labels that the one above it did not. */
export interface ThresholdStep {
  /** The threshold. */
  readonly value: number;
  /** The rows of that very score. */
  readonly rows: readonly number[];
}

/**
 * The distinct scores, the highest first, each with its rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...fallingThreshold(Float64Array.of(0.5, 0.75, 0.5))], [
 *   { value: 0.75, rows: [1] },
 *   { value: 0.5, rows: [0, 2] },
 * ]);
 * ```
 */
export function* fallingThreshold(
  scores: Float32Array | Float64Array,
): Generator<ThresholdStep> {
  const order = Uint32Array.from(scores, (_, row) => row)
    .sort((a, b) => scores[b] - scores[a] || a - b);
  for (let start = 0; start < order.length;) {
    const value = scores[order[start]];
    let end = start + 1;
    while (end < order.length && scores[order[end]] === value) end++;
    yield { value, rows: [...order.subarray(start, end)] };
    start = end;
  }
}
