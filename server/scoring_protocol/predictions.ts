/** The answer of the scoring protocol. */
import type { Scores } from "../../models/onnx/session.ts";

/** The scores of one row. */
export interface Prediction {
  /** Anomaly score in [0, 1], higher = more anomalous. */
  readonly score: number;
  /** 1 when the score reaches the model's threshold. */
  readonly label: number;
  /** Calibrated score of each member of the ensemble. */
  readonly member_scores: Readonly<Record<string, number>>;
}

/**
 * Scores as records, one per row: what MLflow's scoring server writes for a data frame.
 *
 * @param scores Scores of N rows by M members.
 * @param members The M names.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const scores = {
 *   score: Float32Array.of(0.5),
 *   label: Uint8Array.of(1),
 *   memberScores: Float32Array.of(0.25, 0.75),
 * };
 * assert.deepEqual(predictions(scores, ["iqr", "z_score"]), [
 *   { score: 0.5, label: 1, member_scores: { iqr: 0.25, z_score: 0.75 } },
 * ]);
 * ```
 */
export function predictions(scores: Scores, members: readonly string[]): Prediction[] {
  return Array.from(scores.score, (score, i) => ({
    score,
    label: scores.label[i],
    member_scores: Object.fromEntries(
      members.map((name, m) => [name, scores.memberScores[i * members.length + m]]),
    ),
  }));
}
