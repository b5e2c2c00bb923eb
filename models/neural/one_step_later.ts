/** What is known when each value of a window is expected. */

import * as tf from "@tensorflow/tfjs";

/**
 * Each window one step later in time, led by a 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as tf from "@tensorflow/tfjs";
 * import { startBackend } from "./backend.ts";
 * await startBackend("wasm");
 * assert.deepEqual(oneStepLater(tf.tensor2d([[5, 6, 7]])).arraySync(), [[0, 5, 6]]);
 * ```
 */
export function oneStepLater(windows: tf.Tensor2D): tf.Tensor2D {
  const [rows, steps] = windows.shape;
  return tf.concat([tf.zeros([rows, 1]), tf.slice(windows, [0, 0], [rows, steps - 1])], 1);
}
