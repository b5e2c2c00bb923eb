/** The autoencoder: what cannot be told in few numbers is odd. */

import { exportAutoencoder } from "../onnx/autoencoder.ts";
import { type AutoencoderWeight, initialAutoencoder, reconstruct } from "./autoencoder_network.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { fitNetwork, type TrainingOptions, trainingOptions } from "./fit_network.ts";
import { fittedNetwork } from "./fitted_network.ts";
import type { Network, NetworkState } from "./network.ts";
import { requireWhole } from "./require_whole.ts";

const ACTION = "fit an autoencoder";
const COLUMNS_PER_CODE = 4;

/** A fitted autoencoder: score = root mean squared difference between a row and what came back. */
export type AutoencoderState = NetworkState<"autoencoder", AutoencoderWeight>;

/** Choices of the autoencoder. */
export interface AutoencoderOptions extends TrainingOptions {
  /** Numbers a row is squeezed to. @default {a quarter of the columns, rounded up} */
  readonly codes?: number;
}

/**
 * An autoencoder (Hinton and Salakhutdinov, Reducing the Dimensionality of Data with Neural
 * Networks, 2006) of four dense layers over scaled columns, trained to give back its rows through a
 * bottleneck. The score is the error of what comes back, in standard deviations. Weak where columns
 * have nothing to do with one another, as then no row fits through the bottleneck, and where the
 * odd rows are so many that the network learns them.
 *
 * A missing value goes in as the mean and does not count in the error; a row without any scores 0.
 * Time goes with rows, epochs and columns: with the defaults, 24 columns take some seconds on one
 * core (`deno task bench models/neural/`).
 *
 * @throws {RangeError} When an option is not a whole number from 1, or the backend unknown.
 * @throws {Error} In fit, when the backend is webgpu and there is no adapter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * // Both meters always show the same.
 * const alike = Array.from({ length: 300 }, (_, i) => [Math.sin(i), Math.sin(i)]);
 * const fitted = await autoencoder().fit(matrix(["a", "b"], alike.flat()), { seed: 7 });
 * const [usual, odd] = fitted.anomalyScores(matrix(["a", "b"], [0.5, 0.5, 0.5, -0.5]));
 * assert.ok(odd > 3 * usual);
 * ```
 */
export function autoencoder({ codes, ...training }: AutoencoderOptions = {}): Detector {
  if (codes !== undefined) requireWhole(ACTION, "codes", codes, 1);
  const options = trainingOptions(ACTION, training);
  return {
    name: "autoencoder",
    nanPolicy: "Scaling skips missing values; a missing value goes in as the mean, and its error " +
      "does not count",
    async fit(x, context) {
      const bottleneck = codes ?? Math.ceil(x.columns.length / COLUMNS_PER_CODE);
      const state = await fitNetwork(autoencoderNetwork(bottleneck), x, context, options);
      return fromAutoencoderState({ kind: "autoencoder", ...state });
    },
  };
}

/**
 * The fitted detector a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * import { initialAutoencoder } from "./autoencoder_network.ts";
 * // With kernels of 0 the mean comes back whatever went in.
 * const fitted = fromAutoencoderState({
 *   kind: "autoencoder",
 *   columns: ["kwh"],
 *   scaler: { center: [2], inverse: [1], clip: 10 },
 *   weights: initialAutoencoder(1, 1, () => 0.5),
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [2, 5, NaN]))], [0, 3, 0]);
 * ```
 */
export function fromAutoencoderState(state: AutoencoderState): FittedDetector<AutoencoderState> {
  return fittedNetwork(autoencoderNetwork(state.weights.codeBias.values.length), state);
}

/**
 * An autoencoder as a network of its own kind.
 *
 * @param codes Units of the bottleneck.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(autoencoderNetwork(1).errorWeights(2), [1, 1]);
 * ```
 */
export function autoencoderNetwork(codes: number): Network<AutoencoderWeight> {
  return {
    initialWeights: (width, draw) => initialAutoencoder(width, codes, draw),
    loadGraph: async () => (await import("../neural/mod.ts")).autoencoderGraph,
    expect: reconstruct,
    toOnnx: exportAutoencoder,
    errorWeights: (width) => new Array<number>(width).fill(1),
  };
}
