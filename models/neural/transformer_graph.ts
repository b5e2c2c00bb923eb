/** The transformer as TensorFlow.js trains it. */

import * as tf from "@tensorflow/tfjs";
import { HEADS, type TransformerWeight } from "../detectors/transformer_network.ts";
import { NORM_EPSILON } from "../layers/layer_norm.ts";
import { positionEncoding } from "../layers/position_encoding.ts";
import { causalAttentionGraph } from "./attention_graph.ts";
import { oneStepLater } from "./one_step_later.ts";

/**
 * The arithmetic of `expectByTransformer` in `detectors/transformer_network.ts`, with gradients.
 *
 * @param x Scaled windows, oldest value first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as tf from "@tensorflow/tfjs";
 * import { initialTransformer } from "../detectors/transformer_network.ts";
 * import { startBackend } from "./backend.ts";
 * import { tensorsOf } from "./weight_tensors_fixture.ts";
 * await startBackend("wasm");
 * // With kernels of 0 only the bias of the output is left.
 * const weights = tensorsOf(initialTransformer(1, () => 0.5));
 * const y = transformerGraph({ ...weights, outputBias: tf.tensor([3]) }, tf.tensor2d([[1, 2]]));
 * assert.deepEqual(y.arraySync(), [[3, 3]]);
 * ```
 */
export function transformerGraph(
  weights: { readonly [name in TransformerWeight]: tf.Tensor },
  x: tf.Tensor2D,
): tf.Tensor2D {
  const [rows, steps] = x.shape;
  const [width] = weights.embedBias.shape;
  const before = oneStepLater(x).reshape([rows * steps, 1]);
  const embedded = layer(before, weights.embedKernel, weights.embedBias);
  const places = tf.tensor2d([...positionEncoding(steps, width)], [steps, width]);
  const placed = embedded.reshape<tf.Tensor3D>([rows, steps, width]).add<tf.Tensor3D>(places)
    .reshape<tf.Tensor2D>([rows * steps, width]);
  const projected = layer(placed, weights.attendKernel, weights.attendBias);
  const attended = causalAttentionGraph(projected, steps, HEADS);
  const mixed = normalized(
    layer(attended, weights.mixKernel, weights.mixBias).add(placed),
    weights.mixedGain,
    weights.mixedShift,
  );
  const wide = layer(mixed, weights.widenKernel, weights.widenBias).relu();
  const fed = normalized(
    layer(wide, weights.narrowKernel, weights.narrowBias).add(mixed),
    weights.fedGain,
    weights.fedShift,
  );
  return layer(fed, weights.outputKernel, weights.outputBias).reshape([rows, steps]);
}

function layer(x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor): tf.Tensor2D {
  return tf.add(tf.matMul(x, kernel), bias);
}

function normalized(x: tf.Tensor, gain: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const centered = tf.sub(x, tf.mean(x, 1, true));
  const variance = tf.mean(tf.square(centered), 1, true);
  return tf.add(tf.mul(tf.div(centered, tf.sqrt(tf.add(variance, NORM_EPSILON))), gain), shift);
}
