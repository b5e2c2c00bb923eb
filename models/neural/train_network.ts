/** How a network learns. */

import * as tf from "@tensorflow/tfjs";
import { pause } from "../detectors/pause.ts";
import type { Weight, Weights } from "../layers/weight.ts";
import { random } from "../random.ts";
import { type Backend, startBackend } from "./backend.ts";
import { shuffled } from "./shuffled.ts";

/** Batches an epoch, as near as batches of 32 to 128 rows allow: few rows need small steps. */
const BATCHES = 40;
const LEAST_BATCH = 32;
const LARGEST_BATCH = 128;
const LEARNING_RATE = 0.01;
/** Epochs without a better loss on the validation rows after which training stops. */
const PATIENCE = 4;

/** A network as TensorFlow.js sees it: what it expects each value to be, rows × width. */
export type Graph<Name extends string> = (
  weights: { readonly [name in Name]: tf.Tensor },
  x: tf.Tensor2D,
) => tf.Tensor2D;

/** Rows to learn from. */
export interface Samples {
  /** Values of a row. */
  readonly width: number;
  /** Scaled values, rows × width, row-major; 0 where missing. */
  readonly values: Float32Array;
  /** 1 where a value counts, 0 where it is missing. */
  readonly present: Float32Array;
  /** Rows whose loss says when to stop; at least one. */
  readonly validation: Uint32Array;
  /** Rows the weights follow; at least one. */
  readonly training: Uint32Array;
}

/** How long training may last, and who hears of it. */
export interface TrainingContext {
  readonly seed: number;
  /** Passes over the training rows at most. */
  readonly epochs: number;
  readonly backend: Backend;
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
}

/**
 * The weights that expect the validation rows best: mean squared error over the values present,
 * Adam (Kingma and Ba 2014) in batches of 32 to 128 rows, stopped when the validation loss has not fallen
 * for four epochs. The same input gives the same bytes on the wasm backend.
 *
 * @throws The signal's reason when it is aborted between two batches.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as tf from "@tensorflow/tfjs";
 * const samples = {
 *   width: 1,
 *   values: Float32Array.of(2, 2),
 *   present: Float32Array.of(1, 1),
 *   training: Uint32Array.of(0),
 *   validation: Uint32Array.of(1),
 * };
 * const initial = { guess: { shape: [1], values: [1.99] } };
 * const graph = ({ guess }: { guess: tf.Tensor }, x: tf.Tensor2D) =>
 *   tf.add<tf.Tensor2D>(tf.zerosLike(x), guess);
 * const { guess } = await trainNetwork(graph, initial, samples, { seed: 7, epochs: 20, backend: "wasm" });
 * assert.ok(Math.abs(guess.values[0] - 2) < 0.005);
 * ```
 */
export async function trainNetwork<Name extends string>(
  graph: Graph<Name>,
  initial: Weights<Name>,
  samples: Samples,
  { seed, epochs, backend, signal, onProgress }: TrainingContext,
): Promise<Weights<Name>> {
  await startBackend(backend);
  const draw = random(seed);
  const variables = tf.tidy(() => toVariables(initial));
  const optimizer = tf.train.adam(LEARNING_RATE);
  const size = batchSize(samples.training.length);
  const loss = (rows: Uint32Array) => batchLoss(graph, variables, samples, rows);
  try {
    let best = { loss: Infinity, weights: initial, epoch: 0 };
    for (let epoch = 0; epoch < epochs && epoch - best.epoch <= PATIENCE; epoch++) {
      onProgress?.(epoch / epochs);
      const order = shuffled(samples.training, draw);
      for (let start = 0; start < order.length; start += size) {
        await pause(signal);
        const rows = order.subarray(start, start + size);
        optimizer.minimize(() => loss(rows), false, Object.values<tf.Variable>(variables));
      }
      const reached = tf.tidy(() => loss(samples.validation));
      const [value] = await reached.data();
      reached.dispose();
      if (value < best.loss) best = { loss: value, weights: await toWeights(variables), epoch };
    }
    return best.weights;
  } finally {
    optimizer.dispose();
    tf.dispose(variables);
  }
}

type Variables<Name extends string> = { readonly [name in Name]: tf.Variable };

function batchLoss<Name extends string>(
  graph: Graph<Name>,
  variables: Variables<Name>,
  { width, values, present }: Samples,
  rows: Uint32Array,
): tf.Scalar {
  const x = pickRows(values, width, rows);
  const counts = pickRows(present, width, rows);
  const errors = tf.mul(tf.squaredDifference(graph(variables, x), x), counts);
  return tf.div(tf.sum(errors), tf.maximum(tf.sum(counts), 1));
}

function batchSize(rows: number): number {
  return Math.min(Math.max(Math.ceil(rows / BATCHES), LEAST_BATCH), LARGEST_BATCH);
}

function pickRows(values: Float32Array, width: number, rows: Uint32Array): tf.Tensor2D {
  const picked = new Float32Array(rows.length * width);
  rows.forEach((row, i) => picked.set(values.subarray(row * width, (row + 1) * width), i * width));
  return tf.tensor2d(picked, [rows.length, width]);
}

function toVariables<Name extends string>(weights: Weights<Name>): Variables<Name> {
  const entries = Object.entries<Weight>(weights).map(([name, { shape, values }]) =>
    [name, tf.variable(tf.tensor([...values], [...shape]))] as const
  );
  return Object.fromEntries(entries) as Variables<Name>;
}

async function toWeights<Name extends string>(
  variables: Variables<Name>,
): Promise<Weights<Name>> {
  const weights: Record<string, Weight> = {};
  for (const [name, variable] of Object.entries<tf.Variable>(variables)) {
    weights[name] = { shape: variable.shape, values: [...await variable.data()] };
  }
  return weights as Weights<Name>;
}
