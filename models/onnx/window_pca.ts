/** Window PCA as ONNX. */
import type { WindowPcaState } from "../detectors/window_pca.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportScaler } from "./scaler.ts";

/**
 * Adds `|Σ_j filter_j · z_j|` over the centred values z.
 *
 * @param features DOUBLE `[N, F]` tensor.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 2]);
 * exportWindowPca(graph, features, {
 *   kind: "window_pca",
 *   columns: ["lag_1", "lag_0"],
 *   scaler: { center: [1, 1], inverse: [1, 1], clip: 10 },
 *   filter: [-0.5, 0.5],
 * });
 * assert.equal(graph.nodes.at(-1)?.op, "Abs");
 * ```
 */
export function exportWindowPca(
  graph: OnnxGraph,
  features: string,
  { scaler, filter }: WindowPcaState,
): string {
  const points = exportScaler(graph, features, scaler);
  return graph.node("Abs", [
    graph.node("MatMul", [points, graph.double(filter, [filter.length, 1])]),
  ]);
}
