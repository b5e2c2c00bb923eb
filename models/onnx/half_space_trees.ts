/** Half-space trees as ONNX. */
import type { HalfSpaceTreesState } from "../detectors/half_space_trees.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportTreeSums } from "./tree_sums.ts";

/**
 * Adds `rows / (rows + mean mass)`, the mass being that of the leaf a row ends in, in each tree.
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
 * const tree = { feature: [-1], threshold: [0], left: [0], right: [0], value: [3] };
 * const state = { columns: ["kwh"], fill: [0], rows: 3, trees: [tree] };
 * exportHalfSpaceTrees(graph, features, { kind: "half_space_trees", ...state });
 * assert.equal(graph.nodes.at(-1)?.op, "Div");
 * ```
 */
export function exportHalfSpaceTrees(
  graph: OnnxGraph,
  features: string,
  { fill, rows, trees }: HalfSpaceTreesState,
): string {
  const missing = graph.node("IsNaN", [features]);
  const filled = graph.node("Where", [missing, graph.double(fill), features]);
  const narrow = graph.node("Cast", [filled], { to: { type: "float32" } });
  const even = graph.double(rows * trees.length);
  const total = graph.node("Add", [exportTreeSums(graph, narrow, trees), even]);
  return graph.node("Div", [even, total]);
}
