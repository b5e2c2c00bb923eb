/** The LSTM as TensorFlow.js trains it. */

import * as tf from "@tensorflow/tfjs";
import type { LstmWeight } from "../detectors/lstm_network.ts";
import { oneStepLater } from "./one_step_later.ts";

/**
 * The arithmetic of `expectByLstm` in `detectors/lstm_network.ts`, with gradients.
 *
 * @param x Scaled windows, oldest value first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as tf from "@tensorflow/tfjs";
 * import { startBackend } from "./backend.ts";
 * await startBackend("wasm");
 * const y = lstmGraph({
 *   kernel: tf.zeros([1, 4]),
 *   recurrent: tf.zeros([1, 4]),
 *   bias: tf.tensor([0, 0, 9, 0]),
 *   outputKernel: tf.ones([1, 1]),
 *   outputBias: tf.tensor([3]),
 * }, tf.tensor2d([5], [1, 1]));
 * assert.ok(Math.abs(y.dataSync()[0] - (3 + 0.5 * Math.tanh(0.5 * Math.tanh(9)))) < 1e-6);
 * ```
 */
export function lstmGraph(
  weights: { readonly [name in LstmWeight]: tf.Tensor },
  x: tf.Tensor2D,
): tf.Tensor2D {
  const [rows, steps] = x.shape;
  // Step after step, all rows of a step together: one product serves all steps.
  const inputs = oneStepLater(x).transpose().reshape([steps * rows, 1]);
  const heard = tf.split(tf.add(tf.matMul(inputs, weights.kernel), weights.bias), steps);
  const outputs: tf.Tensor[] = [];
  let cell: tf.Tensor | undefined;
  for (const input of heard) {
    const before = outputs.at(-1);
    const gates = before ? tf.add(input, tf.matMul(before, weights.recurrent)) : input;
    const [admit, keep, news, tell] = tf.split(gates, 4, 1);
    const admitted = tf.mul(tf.sigmoid(admit), tf.tanh(news));
    cell = cell ? tf.add(tf.mul(tf.sigmoid(keep), cell), admitted) : admitted;
    outputs.push(tf.mul(tf.sigmoid(tell), tf.tanh(cell)));
  }
  const expected = tf.add(
    tf.matMul(tf.concat(outputs), weights.outputKernel),
    weights.outputBias,
  );
  return expected.reshape([steps, rows]).transpose();
}
