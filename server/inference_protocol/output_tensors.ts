/** The output tensors of our models. */
import type { Scores } from "../../models/onnx/session.ts";

/** Their names, in the order of the graph. */
export const OUTPUT_NAMES = ["score", "label", "member_scores"] as const;

/** One of their names. */
export type OutputName = typeof OUTPUT_NAMES[number];

/** An output with the scores of some rows. */
export interface OutputTensor {
  readonly name: OutputName;
  readonly datatype: "FP32" | "INT64";
  readonly shape: readonly [rows: number, values: number];
  /** The values, row-major. */
  readonly values: ArrayLike<number>;
}

/**
 * The outputs of N rows by their names: `score` FP32 [N, 1], `label` INT64 [N, 1], `member_scores`
 * FP32 [N, M], as in the ONNX graph.
 *
 * @param members How many members the model has.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const scores = {
 *   score: Float32Array.of(0.5),
 *   label: Uint8Array.of(1),
 *   memberScores: Float32Array.of(0.25, 0.75),
 * };
 * assert.deepEqual(outputTensors(scores, 2).member_scores.shape, [1, 2]);
 * ```
 */
export function outputTensors(scores: Scores, members: number): Record<OutputName, OutputTensor> {
  const { score, label, memberScores } = scores;
  const rows = score.length;
  return {
    score: { name: "score", datatype: "FP32", shape: [rows, 1], values: score },
    label: { name: "label", datatype: "INT64", shape: [rows, 1], values: label },
    member_scores: {
      name: "member_scores",
      datatype: "FP32",
      shape: [rows, members],
      values: memberScores,
    },
  };
}

/**
 * The values of an output as bytes, little-endian.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const label = { name: "label", datatype: "INT64", shape: [1, 1], values: [1] } as const;
 * assert.deepEqual(outputBytes(label), Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0));
 * ```
 */
export function outputBytes({ datatype, values }: OutputTensor): Uint8Array {
  const size = datatype === "INT64" ? 8 : 4;
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (let i = 0; i < values.length; i++) {
    if (datatype === "INT64") view.setBigInt64(i * size, BigInt(values[i]), true);
    else view.setFloat32(i * size, values[i], true);
  }
  return new Uint8Array(view.buffer);
}
