/** The answer of the scoring protocol. */
import type { Scores } from "../../models/onnx/session.ts";

/**
 * Scores as the JSON text that MLflow's scoring server writes for the data frame of our package:
 * `{"predictions": [{score, label, <member>…}]}`, a record for each row with a column for each member.
 * It is written piece by piece, as objects for many rows take longer than their scoring.
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
 * assert.deepEqual(JSON.parse(predictionsJson(scores, ["iqr", "z_score"])), {
 *   predictions: [{ score: 0.5, label: 1, iqr: 0.25, z_score: 0.75 }],
 * });
 * ```
 */
export function predictionsJson(scores: Scores, members: readonly string[]): string {
  const keys = members.map((name) => `,${JSON.stringify(name)}:`);
  let text = '{"predictions":[';
  let at = 0;
  for (let i = 0; i < scores.score.length; i++) {
    if (i > 0) text += ",";
    text += `{"score":${json(scores.score[i])},"label":${scores.label[i]}`;
    for (let m = 0; m < keys.length; m++) text += keys[m] + json(scores.memberScores[at++]);
    text += "}";
  }
  return `${text}]}`;
}

/** MLflow would write a bare NaN, which is no JSON. */
function json(value: number): string {
  return Number.isFinite(value) ? String(value) : "null";
}
