/** What a transformer expects as ONNX. */
import { HEADS, type TransformerWeight } from "../detectors/transformer_network.ts";
import { positionEncoding } from "../layers/position_encoding.ts";
import type { Weights } from "../layers/weight.ts";
import { exportCausalAttention } from "./attention.ts";
import { exportDense } from "./dense.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportLayerNorm } from "./layer_norm.ts";
import { exportOneStepLater } from "./one_step_later.ts";

/**
 * Adds what each value of a window should be after those before it.
 *
 * @param scaled DOUBLE `[N, steps]` tensor, oldest value first.
 * @returns A DOUBLE `[N, steps]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { initialTransformer } from "../detectors/transformer_network.ts";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const scaled = graph.input("scaled", "float64", ["N", 2]);
 * exportTransformer(graph, scaled, initialTransformer(1, () => 0.5), 2);
 * assert.equal(graph.nodes.at(-1)?.op, "Squeeze");
 * ```
 */
export function exportTransformer(
  graph: OnnxGraph,
  scaled: string,
  weights: Weights<TransformerWeight>,
  steps: number,
): string {
  const width = weights.embedBias.values.length;
  const channel = graph.int64([2]);
  const before = graph.node("Unsqueeze", [exportOneStepLater(graph, scaled, steps), channel]);
  const embedded = exportDense(graph, before, weights.embedKernel, weights.embedBias);
  const places = graph.double([...positionEncoding(steps, width)], [steps, width]);
  const placed = graph.node("Add", [embedded, places]);
  const projected = exportDense(graph, placed, weights.attendKernel, weights.attendBias);
  const attended = exportCausalAttention(graph, projected, { steps, width, heads: HEADS });
  const mixed = exportLayerNorm(
    graph,
    graph.node("Add", [exportDense(graph, attended, weights.mixKernel, weights.mixBias), placed]),
    weights.mixedGain,
    weights.mixedShift,
  );
  const wide = graph.node("Relu", [
    exportDense(graph, mixed, weights.widenKernel, weights.widenBias),
  ]);
  const fed = exportLayerNorm(
    graph,
    graph.node("Add", [exportDense(graph, wide, weights.narrowKernel, weights.narrowBias), mixed]),
    weights.fedGain,
    weights.fedShift,
  );
  const expected = exportDense(graph, fed, weights.outputKernel, weights.outputBias);
  return graph.node("Squeeze", [expected, channel]);
}
