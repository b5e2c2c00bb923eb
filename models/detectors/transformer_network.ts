/** The network of the transformer detector. */

import { causalAttention } from "../layers/attention.ts";
import { dense } from "../layers/dense.ts";
import { constantWeight, glorotKernel } from "../layers/initial_weight.ts";
import { layerNorm } from "../layers/layer_norm.ts";
import { positionEncoding } from "../layers/position_encoding.ts";
import type { Weights, WeightValues } from "../layers/weight.ts";
import { shifted } from "./window.ts";

/** Ways in which a step looks back at once. */
export const HEADS = 2;
/** Width of the feed-forward layer per unit of a step. */
const FEED_FACTOR = 2;

/** What a transformer learns: a kernel and a bias of each dense layer, and two normalizations. */
export type TransformerWeight =
  | `${"embed" | "attend" | "mix" | "widen" | "narrow" | "output"}${"Kernel" | "Bias"}`
  | `${"mixed" | "fed"}${"Gain" | "Shift"}`;

/**
 * Weights before training: Glorot's kernels, biases of 0, normalizations that change nothing.
 *
 * @param units Numbers that stand for a step in each of the two heads.
 * @param draw Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(initialTransformer(4, () => 0.5).attendKernel.shape, [8, 24]);
 * ```
 */
export function initialTransformer(
  units: number,
  draw: () => number,
): Weights<TransformerWeight> {
  const width = HEADS * units;
  const feed = FEED_FACTOR * width;
  return {
    embedKernel: glorotKernel(1, width, draw),
    embedBias: constantWeight(width, 0),
    attendKernel: glorotKernel(width, 3 * width, draw),
    attendBias: constantWeight(3 * width, 0),
    mixKernel: glorotKernel(width, width, draw),
    mixBias: constantWeight(width, 0),
    mixedGain: constantWeight(width, 1),
    mixedShift: constantWeight(width, 0),
    widenKernel: glorotKernel(width, feed, draw),
    widenBias: constantWeight(feed, 0),
    narrowKernel: glorotKernel(feed, width, draw),
    narrowBias: constantWeight(width, 0),
    fedGain: constantWeight(width, 1),
    fedShift: constantWeight(width, 0),
    outputKernel: glorotKernel(width, 1, draw),
    outputBias: constantWeight(1, 0),
  };
}

/**
 * What each value of a window should be after those before it; the first one after nothing. One
 * encoder block: the values before, embedded and told their places, attend to one another, then
 * pass a feed-forward layer; both are added to what came in and normalized.
 *
 * @param windows Scaled windows, oldest value first, one after another.
 * @param width Values of a window.
 * @returns As many values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { weightValues } from "../layers/weight.ts";
 * // With kernels of 0 only the bias of the output is left.
 * const weights = { ...initialTransformer(1, () => 0.5), outputBias: { shape: [1], values: [3] } };
 * const expected = expectByTransformer(weightValues(weights), Float64Array.of(1, 2), 2);
 * assert.deepEqual([...expected], [3, 3]);
 * ```
 */
export function expectByTransformer(
  weights: WeightValues<TransformerWeight>,
  windows: Float64Array,
  width: number,
): Float64Array {
  const places = positionEncoding(width, weights.embedBias.length);
  const expected = new Float64Array(windows.length);
  for (let start = 0; start < windows.length; start += width) {
    const before = shifted(windows.subarray(start, start + width));
    const steps = plus(dense(before, weights.embedKernel, weights.embedBias), places);
    expected.set(
      dense(encode(weights, steps, width), weights.outputKernel, weights.outputBias),
      start,
    );
  }
  return expected;
}

function encode(
  weights: WeightValues<TransformerWeight>,
  steps: Float64Array,
  count: number,
): Float64Array {
  const projected = dense(steps, weights.attendKernel, weights.attendBias);
  const attended = causalAttention(projected, count, HEADS);
  const mixed = layerNorm(
    plus(dense(attended, weights.mixKernel, weights.mixBias), steps),
    weights.mixedGain,
    weights.mixedShift,
  );
  const wide = dense(mixed, weights.widenKernel, weights.widenBias)
    .map((value) => Math.max(value, 0));
  const fed = plus(dense(wide, weights.narrowKernel, weights.narrowBias), mixed);
  return layerNorm(fed, weights.fedGain, weights.fedShift);
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value + b[at]);
}
