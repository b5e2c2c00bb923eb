/** The network of the LSTM detector. */

import { dense } from "../layers/dense.ts";
import { constantWeight, glorotKernel } from "../layers/initial_weight.ts";
import { lstmOutputs } from "../layers/lstm_cell.ts";
import type { Weights, WeightValues } from "../layers/weight.ts";
import { shifted } from "./window.ts";

/** What an LSTM learns: its cell, and the layer that turns what the cell puts out into a value. */
export type LstmWeight = "kernel" | "recurrent" | "bias" | "outputKernel" | "outputBias";

/**
 * Weights before training: Glorot's kernels and biases of 0, but 1 for the forget gates, so that a
 * cell starts out remembering (Jozefowicz et al., An Empirical Exploration of Recurrent Network
 * Architectures, 2015).
 *
 * @param units Size of the memory.
 * @param draw Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(initialLstm(1, () => 0.5).bias.values, [0, 1, 0, 0]);
 * ```
 */
export function initialLstm(units: number, draw: () => number): Weights<LstmWeight> {
  const zeros = constantWeight(units, 0).values;
  return {
    kernel: glorotKernel(1, 4 * units, draw),
    recurrent: glorotKernel(units, 4 * units, draw),
    bias: {
      shape: [4 * units],
      values: [...zeros, ...constantWeight(units, 1).values, ...zeros, ...zeros],
    },
    outputKernel: glorotKernel(units, 1, draw),
    outputBias: constantWeight(1, 0),
  };
}

/**
 * What each value of a window should be after those before it; the first one after nothing.
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
 * const weights = { ...initialLstm(2, () => 0.5), outputBias: { shape: [1], values: [3] } };
 * const expected = expectByLstm(weightValues(weights), Float64Array.of(1, 2), 2);
 * assert.deepEqual([...expected], [3, 3]);
 * ```
 */
export function expectByLstm(
  { kernel, recurrent, bias, outputKernel, outputBias }: WeightValues<LstmWeight>,
  windows: Float64Array,
  width: number,
): Float64Array {
  const cell = { kernel, recurrent, bias };
  const expected = new Float64Array(windows.length);
  for (let start = 0; start < windows.length; start += width) {
    const outputs = lstmOutputs(shifted(windows.subarray(start, start + width)), cell);
    expected.set(dense(outputs, outputKernel, outputBias), start);
  }
  return expected;
}
