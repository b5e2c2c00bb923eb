/** What weights are before a network has learnt anything. */

import type { Weight } from "./weight.ts";

/**
 * A kernel drawn evenly from ±√(6 / (inputs + outputs)), so that signals neither grow nor fade on
 * their way through the layers (Glorot and Bengio, Understanding the Difficulty of Training Deep
 * Feedforward Neural Networks, 2010).
 *
 * @param draw Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(glorotKernel(1, 2, () => 0.5), { shape: [1, 2], values: [0, 0] });
 * ```
 */
export function glorotKernel(inputs: number, outputs: number, draw: () => number): Weight {
  const bound = Math.sqrt(6 / (inputs + outputs));
  const values = Array.from(
    { length: inputs * outputs },
    () => Math.fround((2 * draw() - 1) * bound),
  );
  return { shape: [inputs, outputs], values };
}

/**
 * A vector of one value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(constantWeight(2, 1), { shape: [2], values: [1, 1] });
 * ```
 */
export function constantWeight(length: number, value: number): Weight {
  return { shape: [length], values: new Array<number>(length).fill(value) };
}
