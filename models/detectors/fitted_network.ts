/** A trained network as a detector: plain arithmetic, without TensorFlow.js. */

import { weightValues } from "../layers/weight.ts";
import type { Matrix } from "../matrix.ts";
import { exportExpectationErrors } from "../onnx/expectation_error.ts";
import { exportScaler } from "../onnx/scaler.ts";
import type { FittedDetector } from "./detector.ts";
import { expectationErrors, presence } from "./expectation_error.ts";
import type { Network, NetworkState } from "./network.ts";
import { scale } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";

/** Rows whose layers are held at a time. */
const CHUNK_ROWS = 1024;

/**
 * The fitted detector of a network's state.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * import { autoencoderNetwork } from "./autoencoder.ts";
 * const network = {
 *   ...autoencoderNetwork(1),
 *   expect: (_: unknown, x: Float64Array) => x.map(() => 0.5),
 * };
 * const scaler = { center: [1], inverse: [1], clip: 10 };
 * const weights = network.initialWeights(1, () => 0);
 * const fitted = fittedNetwork(network, { kind: "steady", columns: ["kwh"], scaler, weights });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [1, 3.5, NaN]))], [0.5, 2, 0]);
 * ```
 */
export function fittedNetwork<State extends NetworkState<string, Name>, Name extends string>(
  network: Network<Name>,
  state: State & NetworkState<string, Name>,
): FittedDetector<State> {
  const { kind, columns, scaler, weights } = state;
  const width = columns.length;
  const values = weightValues(weights);
  const errorWeights = network.errorWeights(width);

  function anomalyScores(x: Matrix): Float64Array {
    const rows = scoringRows(x, columns);
    const scaled = scale(rows, scaler);
    const present = presence(rows, scaler);
    const scores = new Float64Array(x.rows);
    for (let start = 0; start < x.rows; start += CHUNK_ROWS) {
      const [from, to] = [start * width, (start + CHUNK_ROWS) * width];
      const actual = scaled.subarray(from, to);
      const expected = network.expect(values, actual, width);
      const errors = expectationErrors(expected, actual, present.subarray(from, to), errorWeights);
      scores.set(errors, start);
    }
    return scores;
  }

  return {
    name: kind,
    anomalyScores,
    toOnnx(graph, features) {
      const scaled = exportScaler(graph, features, scaler);
      const expected = network.toOnnx(graph, scaled, weights, width);
      return exportExpectationErrors(graph, { features, scaled, expected }, scaler, errorWeights);
    },
    toJSON: () => state,
  };
}
