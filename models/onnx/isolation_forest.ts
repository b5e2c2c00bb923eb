/** Isolation forest as ONNX. */
import type { IsolationForestState } from "../detectors/isolation_forest.ts";
import { averagePathLength } from "../detectors/isolation_tree.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportTreeSums } from "./tree_sums.ts";

/**
 * Adds `2^(−mean h(x) / c(sampleSize))`, h being the path length of the row in each tree.
 *
 * @param features DOUBLE `[N, F]` tensor holding float32 values.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 1]);
 * exportIsolationForest(graph, features, {
 *   kind: "isolation_forest",
 *   columns: ["kwh"],
 *   fill: [0],
 *   sampleSize: 2,
 *   trees: [{
 *     feature: [0, -1, -1],
 *     threshold: [0.5, 0, 0],
 *     left: [1, 0, 0],
 *     right: [2, 0, 0],
 *     value: [0, 1, 1],
 *   }],
 * });
 * assert.ok(graph.nodes.some((node) => node.op === "TreeEnsembleRegressor"));
 * ```
 */
export function exportIsolationForest(
  graph: OnnxGraph,
  features: string,
  { trees, fill, sampleSize }: IsolationForestState,
): string {
  const missing = graph.node("IsNaN", [features]);
  const filled = graph.node("Where", [missing, graph.double(fill), features]);
  const rows = graph.node("Cast", [filled], { to: { type: "float32" } });
  const total = exportTreeSums(graph, rows, trees);
  const exponent = graph.node("Div", [
    total,
    graph.double(-trees.length * averagePathLength(sampleSize)),
  ]);
  return graph.node("Pow", [graph.double(2), exponent]);
}
