/** Weights as the tests of the graphs hand them to TensorFlow.js. */

import * as tf from "@tensorflow/tfjs";
import type { Weight, Weights } from "../layers/weight.ts";

/** One tensor per weight. */
export function tensorsOf<Name extends string>(
  weights: Weights<Name>,
): { readonly [name in Name]: tf.Tensor } {
  const entries = Object.entries<Weight>(weights).map(([name, { shape, values }]) =>
    [name, tf.tensor([...values], [...shape])] as const
  );
  return Object.fromEntries(entries) as { [name in Name]: tf.Tensor };
}
