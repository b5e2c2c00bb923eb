/** The transformer: what the past of a window, looked at where it matters, did not lead to. */

import { exportTransformer } from "../onnx/transformer.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { fitNetwork, type TrainingOptions, trainingOptions } from "./fit_network.ts";
import { fittedNetwork } from "./fitted_network.ts";
import type { Network, NetworkState } from "./network.ts";
import { requireWhole } from "./require_whole.ts";
import {
  expectByTransformer,
  HEADS,
  initialTransformer,
  type TransformerWeight,
} from "./transformer_network.ts";
import { fadingWeights } from "./window.ts";

const ACTION = "fit a transformer";

/** A fitted transformer: score = root mean squared error of its expectations, older ones fading. */
export type TransformerState = NetworkState<"transformer", TransformerWeight>;

/** Choices of the transformer. */
export interface TransformerOptions extends TrainingOptions {
  /** Numbers that stand for a step in each of the two heads. @default {8} */
  readonly units?: number;
}

/**
 * A transformer that expects each value of a window from those before it: one encoder block with
 * two heads, sinusoidal positions and a causal mask (Vaswani et al., Attention Is All You Need,
 * 2017). The columns of a row are one window in time, oldest first, such as
 * `kwh_lag_23 … kwh_lag_0`: any other columns give scores that mean little.
 *
 * The score is that of the LSTM: the root of the mean squared error in standard deviations, the
 * newest value counting most, and half as much for every two steps back. Unlike an LSTM it reaches
 * back to any step at once, and does not have to carry it along. Weak where the past does not tell
 * the future, for a level that shifts and stays, and with few rows.
 *
 * A missing value goes in as the mean and does not count in the error; a row without any scores 0.
 * With the defaults, windows of 24 take half a minute on one core (`deno task bench models/neural/`);
 * time and memory grow with the square of the width.
 *
 * @throws {RangeError} When an option is not a whole number from 1, or the backend unknown.
 * @throws {Error} In fit, when the backend is webgpu and there is no adapter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const columns = ["lag_3", "lag_2", "lag_1", "lag_0"];
 * // Each value is the one before with its sign turned.
 * const swings = Array.from({ length: 400 }, (_, i) => [1, -1, 1, -1].map((v) => v * Math.sin(i)));
 * const fitted = await transformer().fit(matrix(columns, swings.flat()), { seed: 7 });
 * const [usual, odd] = fitted.anomalyScores(matrix(columns, [1, -1, 1, -1, 1, -1, 1, 1]));
 * assert.ok(odd > 3 * usual, `${odd} against ${usual}`);
 * ```
 */
export function transformer({ units = 8, ...training }: TransformerOptions = {}): Detector {
  requireWhole(ACTION, "units", units, 1);
  const options = trainingOptions(ACTION, training);
  return {
    name: "transformer",
    nanPolicy: "Scaling skips missing values; a missing value goes in as the mean, and its error " +
      "does not count",
    async fit(x, context) {
      const state = await fitNetwork(transformerNetwork(units), x, context, options);
      return fromTransformerState({ kind: "transformer", ...state });
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
 * import { initialTransformer } from "./transformer_network.ts";
 * // With kernels of 0 the mean is expected whatever was before.
 * const fitted = fromTransformerState({
 *   kind: "transformer",
 *   columns: ["lag_0"],
 *   scaler: { center: [2], inverse: [1], clip: 10 },
 *   weights: initialTransformer(1, () => 0.5),
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["lag_0"], [2, 5, NaN]))], [0, 3, 0]);
 * ```
 */
export function fromTransformerState(state: TransformerState): FittedDetector<TransformerState> {
  return fittedNetwork(transformerNetwork(state.weights.embedBias.values.length / HEADS), state);
}

function transformerNetwork(units: number): Network<TransformerWeight> {
  return {
    initialWeights: (_, draw) => initialTransformer(units, draw),
    loadGraph: async () => (await import("../neural/mod.ts")).transformerGraph,
    expect: expectByTransformer,
    toOnnx: exportTransformer,
    errorWeights: fadingWeights,
  };
}
