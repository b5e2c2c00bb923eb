/** The reconstruction of an autoencoder as ONNX. */
import type { AutoencoderWeight } from "../detectors/autoencoder_network.ts";
import type { Weights } from "../layers/weight.ts";
import { exportDense } from "./dense.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds what comes back of each row: three dense layers with tanh and one without.
 *
 * @param scaled DOUBLE `[N, F]` tensor.
 * @returns A DOUBLE `[N, F]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { initialAutoencoder } from "../detectors/autoencoder_network.ts";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const scaled = graph.input("scaled", "float64", ["N", 2]);
 * exportAutoencoder(graph, scaled, initialAutoencoder(2, 1, () => 0.5));
 * assert.equal(graph.nodes.filter((node) => node.op === "Tanh").length, 3);
 * ```
 */
export function exportAutoencoder(
  graph: OnnxGraph,
  scaled: string,
  weights: Weights<AutoencoderWeight>,
): string {
  const bent = (x: string) => graph.node("Tanh", [x]);
  const hidden = bent(exportDense(graph, scaled, weights.encoderKernel, weights.encoderBias));
  const code = bent(exportDense(graph, hidden, weights.codeKernel, weights.codeBias));
  const unfolded = bent(exportDense(graph, code, weights.decoderKernel, weights.decoderBias));
  return exportDense(graph, unfolded, weights.outputKernel, weights.outputBias);
}
