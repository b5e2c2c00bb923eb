/** The LSTM: what the past of a window did not lead to is odd. */

import { exportLstm } from "../onnx/lstm.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { fitNetwork, type TrainingOptions, trainingOptions } from "./fit_network.ts";
import { fittedNetwork } from "./fitted_network.ts";
import { expectByLstm, initialLstm, type LstmWeight } from "./lstm_network.ts";
import type { Network, NetworkState } from "./network.ts";
import { requireWhole } from "./require_whole.ts";
import { fadingWeights } from "./window.ts";

const ACTION = "fit an LSTM";

/** A fitted LSTM: score = root mean squared error of its expectations, older ones fading. */
export type LstmState = NetworkState<"lstm", LstmWeight>;

/** Choices of the LSTM. */
export interface LstmOptions extends TrainingOptions {
  /** Size of the memory. @default {16} */
  readonly units?: number;
}

/**
 * A long short-term memory that expects each value of a window from those before it (Malhotra et
 * al., Long Short Term Memory Networks for Anomaly Detection in Time Series, 2015). The columns of a
 * row are one window in time, oldest first, such as `kwh_lag_23 … kwh_lag_0`: any other columns
 * give scores that mean little.
 *
 * The score is the root of the mean squared error in standard deviations, over all values of the
 * window: the error of the newest counts most, and half as much for every two steps back (smoothed
 * errors, as in Hundman et al. 2018). So a score says how odd the last few hours are, and a fault
 * is still heard where its newest hour is missing. Weak where the past does not tell the future,
 * and for a level that shifts and stays, which soon is what is expected.
 *
 * A missing value goes in as the mean and does not count in the error; a row without any scores 0.
 * Time goes with rows, epochs and the width: with the defaults, windows of 24 take half a minute on
 * one core (`deno task bench models/neural/`).
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
 * const fitted = await lstm({ units: 8 }).fit(matrix(columns, swings.flat()), { seed: 7 });
 * const [usual, odd] = fitted.anomalyScores(matrix(columns, [1, -1, 1, -1, 1, -1, 1, 1]));
 * assert.ok(odd > 3 * usual, `${odd} against ${usual}`);
 * ```
 */
export function lstm({ units = 16, ...training }: LstmOptions = {}): Detector {
  requireWhole(ACTION, "units", units, 1);
  const options = trainingOptions(ACTION, training);
  return {
    name: "lstm",
    nanPolicy: "Scaling skips missing values; a missing value goes in as the mean, and its error " +
      "does not count",
    async fit(x, context) {
      const state = await fitNetwork(lstmNetwork(units), x, context, options);
      return fromLstmState({ kind: "lstm", ...state });
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
 * import { initialLstm } from "./lstm_network.ts";
 * // With kernels of 0 the mean is expected whatever was before.
 * const fitted = fromLstmState({
 *   kind: "lstm",
 *   columns: ["lag_0"],
 *   scaler: { center: [2], inverse: [1], clip: 10 },
 *   weights: initialLstm(1, () => 0.5),
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["lag_0"], [2, 5, NaN]))], [0, 3, 0]);
 * ```
 */
export function fromLstmState(state: LstmState): FittedDetector<LstmState> {
  return fittedNetwork(lstmNetwork(state.weights.outputKernel.values.length), state);
}

function lstmNetwork(units: number): Network<LstmWeight> {
  return {
    initialWeights: (_, draw) => initialLstm(units, draw),
    loadGraph: async () => (await import("../neural/mod.ts")).lstmGraph,
    expect: expectByLstm,
    toOnnx: exportLstm,
    errorWeights: fadingWeights,
  };
}
