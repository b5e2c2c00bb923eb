/** The network of the autoencoder. */

import { dense } from "../layers/dense.ts";
import { constantWeight, glorotKernel } from "../layers/initial_weight.ts";
import type { Weights, WeightValues } from "../layers/weight.ts";

/** What an autoencoder learns: a kernel and a bias for each of its four layers. */
export type AutoencoderWeight = `${"encoder" | "code" | "decoder" | "output"}${"Kernel" | "Bias"}`;

/** Units of the layers beside the bottleneck, per unit of it. */
const HIDDEN_PER_CODE = 4;

/**
 * Weights before training: Glorot's kernels, biases of 0.
 *
 * @param width Values of a row.
 * @param codes Units of the bottleneck.
 * @param draw Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const weights = initialAutoencoder(8, 2, () => 0.5);
 * assert.deepEqual(weights.codeKernel.shape, [8, 2]);
 * ```
 */
export function initialAutoencoder(
  width: number,
  codes: number,
  draw: () => number,
): Weights<AutoencoderWeight> {
  const hidden = HIDDEN_PER_CODE * codes;
  return {
    encoderKernel: glorotKernel(width, hidden, draw),
    encoderBias: constantWeight(hidden, 0),
    codeKernel: glorotKernel(hidden, codes, draw),
    codeBias: constantWeight(codes, 0),
    decoderKernel: glorotKernel(codes, hidden, draw),
    decoderBias: constantWeight(hidden, 0),
    outputKernel: glorotKernel(hidden, width, draw),
    outputBias: constantWeight(width, 0),
  };
}

/**
 * Each row as it comes back from the bottleneck: width → tanh → tanh → tanh → width. The tanh keep
 * what comes back within bounds, so that a far row cannot come back as far.
 *
 * @param x Scaled rows, row-major.
 * @returns As many values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [kernel, bias] = [Float64Array.of(1), Float64Array.of(0)];
 * const weights = {
 *   ...{ encoderKernel: kernel, codeKernel: kernel, decoderKernel: kernel, outputKernel: kernel },
 *   ...{ encoderBias: bias, codeBias: bias, decoderBias: bias, outputBias: bias },
 * };
 * const [y] = reconstruct(weights, Float64Array.of(0.5));
 * assert.equal(y, Math.tanh(Math.tanh(Math.tanh(0.5))));
 * ```
 */
export function reconstruct(
  weights: WeightValues<AutoencoderWeight>,
  x: Float64Array,
): Float64Array {
  const hidden = dense(x, weights.encoderKernel, weights.encoderBias).map(Math.tanh);
  const code = dense(hidden, weights.codeKernel, weights.codeBias).map(Math.tanh);
  const unfolded = dense(code, weights.decoderKernel, weights.decoderBias).map(Math.tanh);
  return dense(unfolded, weights.outputKernel, weights.outputBias);
}
