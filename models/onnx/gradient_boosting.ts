/** Gradient boosting as ONNX. */
import type { BoostedTree } from "../detectors/boosted_tree.ts";
import type { GradientBoostingState } from "../detectors/gradient_boosting.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportTreeSums } from "./tree_sums.ts";

/** The only tree of an ensemble that has none: a leaf that adds nothing. */
const BARE: BoostedTree = {
  feature: [-1],
  threshold: [0],
  missingLeft: [0],
  left: [0],
  right: [0],
  value: [0],
};

/**
 * Adds `1 / (1 + e^−raw)`, where raw is the bias plus the values of the leaves the row ends in.
 *
 * @param features DOUBLE `[N, F]` tensor holding float32 values, missing ones being NaN.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 1]);
 * exportGradientBoosting(graph, features, {
 *   kind: "gradient_boosting",
 *   columns: ["kwh"],
 *   bias: -1,
 *   trees: [{
 *     feature: [0, -1, -1],
 *     threshold: [0.5, 0, 0],
 *     missingLeft: [1, 0, 0],
 *     left: [1, 0, 0],
 *     right: [2, 0, 0],
 *     value: [0, -1, 1],
 *   }],
 * });
 * assert.ok(graph.nodes.some((node) => node.op === "TreeEnsembleRegressor"));
 * ```
 */
export function exportGradientBoosting(
  graph: OnnxGraph,
  features: string,
  { bias, trees }: GradientBoostingState,
): string {
  const rows = graph.node("Cast", [features], { to: { type: "float32" } });
  const total = exportTreeSums(graph, rows, trees.length > 0 ? trees : [BARE]);
  const exponent = graph.node("Sub", [graph.double(-bias), total]);
  const odds = graph.node("Add", [graph.double(1), graph.node("Exp", [exponent])]);
  return graph.node("Div", [graph.double(1), odds]);
}
