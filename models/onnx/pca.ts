/** PCA as ONNX. */
import type { PcaState } from "../detectors/pca.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportLeftOver } from "./left_over.ts";
import { exportScaler } from "./scaler.ts";
import { exportSquaredNorm } from "./squared_norm.ts";

/**
 * Adds `Σ_k weight_k · |z − v_k|` where there are weights, and `|z − Σ_k (z·v_k) v_k|` where there
 * are none. The distance is expanded to `√(|z|² + 1 − 2 z·v)`, so one matrix product does the work.
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
 * const scaler = { center: [0], inverse: [1], clip: 10 };
 * const state = { kind: "pca", columns: ["kwh"], scaler, axes: [[1]], weights: [1] } as const;
 * exportPca(graph, features, state);
 * assert.equal(graph.nodes.at(-1)?.op, "MatMul");
 * ```
 */
export function exportPca(
  graph: OnnxGraph,
  features: string,
  { scaler, axes, weights }: PcaState,
): string {
  const points = exportScaler(graph, features, scaler);
  if (!weights) return exportLeftOver(graph, points, axes);
  const ends = graph.node("Add", [exportSquaredNorm(graph, points), graph.double(1)]);
  const doubled = axes.flatMap((axis) => axis.map((entry) => 2 * entry));
  const vectors = graph.double(doubled, [axes.length, axes[0].length]);
  const transposed = graph.node("Transpose", [vectors], { perm: { ints: [1, 0] } });
  const along = graph.node("MatMul", [points, transposed]);
  const squares = graph.node("Max", [graph.node("Sub", [ends, along]), graph.double(0)]);
  const distances = graph.node("Sqrt", [squares]);
  return graph.node("MatMul", [distances, graph.double(weights, [weights.length, 1])]);
}
