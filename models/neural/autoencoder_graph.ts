/** The autoencoder as TensorFlow.js trains it. */

import * as tf from "@tensorflow/tfjs";
import type { AutoencoderWeight } from "../detectors/autoencoder_network.ts";

/**
 * The arithmetic of `reconstruct` in `detectors/autoencoder_network.ts`, with gradients.
 *
 * @param x Scaled rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as tf from "@tensorflow/tfjs";
 * import { startBackend } from "./backend.ts";
 * await startBackend("wasm");
 * const [kernel, bias] = [tf.ones([1, 1]), tf.zeros([1])];
 * const weights = {
 *   ...{ encoderKernel: kernel, codeKernel: kernel, decoderKernel: kernel, outputKernel: kernel },
 *   ...{ encoderBias: bias, codeBias: bias, decoderBias: bias, outputBias: bias },
 * };
 * const [y] = autoencoderGraph(weights, tf.tensor2d([0.5], [1, 1])).dataSync();
 * assert.ok(Math.abs(y - Math.tanh(Math.tanh(Math.tanh(0.5)))) < 1e-6);
 * ```
 */
export function autoencoderGraph(
  weights: { readonly [name in AutoencoderWeight]: tf.Tensor },
  x: tf.Tensor2D,
): tf.Tensor2D {
  const hidden = layer(x, weights.encoderKernel, weights.encoderBias).tanh();
  const code = layer(hidden, weights.codeKernel, weights.codeBias).tanh();
  const unfolded = layer(code, weights.decoderKernel, weights.decoderBias).tanh();
  return layer(unfolded, weights.outputKernel, weights.outputBias);
}

function layer(x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor): tf.Tensor2D {
  return tf.add(tf.matMul(x, kernel), bias);
}
