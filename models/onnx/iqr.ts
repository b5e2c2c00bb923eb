/** Tukey fences as ONNX. */
import type { IqrState } from "../detectors/iqr.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds `Σ_j max(0, lower_j − x_j, x_j − upper_j) · inverse_j`, a missing value contributing 0.
 *
 * @param features DOUBLE `[N, F]` tensor.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 1]);
 * const fences = { lower: [0], upper: [4], inverse: [1] };
 * exportIqr(graph, features, { kind: "iqr", columns: ["kwh"], ...fences });
 * assert.equal(graph.nodes.at(-1)?.op, "ReduceSum");
 * ```
 */
export function exportIqr(graph: OnnxGraph, features: string, state: IqrState): string {
  const below = graph.node("Sub", [graph.double(state.lower), features]);
  const above = graph.node("Sub", [features, graph.double(state.upper)]);
  const zero = graph.double(0);
  const outside = graph.node("Max", [below, above, zero]);
  const excess = graph.node("Mul", [outside, graph.double(state.inverse)]);
  const missing = graph.node("IsNaN", [features]);
  const counted = graph.node("Where", [missing, zero, excess]);
  return graph.node("ReduceSum", [counted, graph.int64([1])], { keepdims: { int: 1 } });
}
