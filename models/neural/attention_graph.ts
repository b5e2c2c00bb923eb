/** Causal attention as TensorFlow.js trains it. */

import * as tf from "@tensorflow/tfjs";
import { causalMask } from "../layers/causal_mask.ts";

/**
 * The arithmetic of `causalAttention` in `layers/attention.ts`, with gradients, for many sequences
 * at once.
 *
 * @param projected Sequences · steps × 3 · width: queries, keys and values side by side.
 * @returns Sequences · steps × width.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as tf from "@tensorflow/tfjs";
 * import { startBackend } from "./backend.ts";
 * await startBackend("wasm");
 * // Equal keys: each step takes the mean of the values so far.
 * const mixed = causalAttentionGraph(tf.tensor2d([[1, 0, 2], [1, 0, 4]]), 2, 1);
 * assert.deepEqual(mixed.arraySync(), [[2], [3]]);
 * ```
 */
export function causalAttentionGraph(
  projected: tf.Tensor2D,
  steps: number,
  heads: number,
): tf.Tensor2D {
  const width = projected.shape[1] / 3;
  const size = width / heads;
  const [queries, keys, values] = tf.split(projected, 3, 1).map((part) =>
    part.reshape([-1, steps, heads, size]).transpose([0, 2, 1, 3])
  );
  const products = tf.mul(tf.matMul(queries, keys, false, true), 1 / Math.sqrt(size));
  const shares = tf.softmax(tf.add(products, tf.tensor2d(causalMask(steps), [steps, steps])));
  return tf.matMul(shares, values).transpose([0, 2, 1, 3]).reshape([-1, width]);
}
