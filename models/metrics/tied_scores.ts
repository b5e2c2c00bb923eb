/** What every ranking metric needs: how many rows of each class share each score. */

/** Counts per distinct score, from the highest score to the lowest. */
export interface TiedScores {
  /** Anomalous rows at each distinct score. */
  readonly anomalous: Float64Array;
  /** Ordinary rows at each distinct score. */
  readonly ordinary: Float64Array;
  /** Anomalous rows in all, at least 1. */
  readonly totalAnomalous: number;
  /** Ordinary rows in all, at least 1. */
  readonly totalOrdinary: number;
}

/**
 * Counts the rows of both classes at each distinct score.
 *
 * @param labels The truth, 1 = anomalous, else 0.
 * @param scores Higher = more anomalous.
 * @throws {RangeError} When lengths differ, a label is neither 0 nor 1, a score is NaN, or a class
 * is absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const ties = tiedScores(Uint8Array.of(1, 0, 1), Float64Array.of(0.5, 0.5, 0.9));
 * assert.deepEqual([...ties.anomalous], [1, 1]);
 * assert.deepEqual([...ties.ordinary], [0, 1]);
 * ```
 */
export function tiedScores(labels: Uint8Array, scores: Float32Array | Float64Array): TiedScores {
  requireJudgeable(labels, scores);
  const order = Uint32Array.from(labels, (_, row) => row).sort((a, b) => scores[b] - scores[a]);
  const anomalous = new Float64Array(order.length);
  const ordinary = new Float64Array(order.length);
  let group = -1;
  let totalAnomalous = 0;
  for (let i = 0; i < order.length; i++) {
    if (i === 0 || scores[order[i]] !== scores[order[i - 1]]) group++;
    if (labels[order[i]] === 1) {
      anomalous[group]++;
      totalAnomalous++;
    } else ordinary[group]++;
  }
  return {
    anomalous: anomalous.slice(0, group + 1),
    ordinary: ordinary.slice(0, group + 1),
    totalAnomalous,
    totalOrdinary: order.length - totalAnomalous,
  };
}

function requireJudgeable(labels: Uint8Array, scores: Float32Array | Float64Array): void {
  if (labels.length !== scores.length) {
    throw new RangeError(`Cannot judge ${scores.length} scores by ${labels.length} labels`);
  }
  const bad = labels.findIndex((label) => label > 1);
  if (bad >= 0) {
    throw new RangeError(`Cannot judge as a label must be 0 or 1: label ${bad} is ${labels[bad]}`);
  }
  const unknown = scores.findIndex(Number.isNaN);
  if (unknown >= 0) throw new RangeError(`Cannot rank a score that is NaN: score ${unknown}`);
  for (const [label, name] of [[1, "anomalous"], [0, "ordinary"]] as const) {
    if (!labels.includes(label)) {
      throw new RangeError(
        `Cannot judge a ranking without ${name} rows: none of ${labels.length} labels is ${label}`,
      );
    }
  }
}
