/** Distance to the nearest DBSCAN core point as ONNX. */
import type { DbscanState } from "../detectors/dbscan.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportScaler } from "./scaler.ts";
import { exportSquaredNorm, squaredNorm } from "./squared_norm.ts";

/**
 * Adds `min_c |z − c| / eps` over the core points.
 *
 * The nearest core point minimises `|c|² − 2 z·c`, one matrix product. Only which point it is comes
 * from there: the distance is then taken anew from the difference, because the square root would
 * turn a rounding error of 1e-12 into 1e-6. The product holds one double per row and core point:
 * whoever runs the graph bounds the memory by the rows it passes at a time.
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
 * exportDbscan(graph, features, {
 *   kind: "dbscan",
 *   columns: ["kwh"],
 *   scaler: { center: [0], inverse: [1], clip: 10 },
 *   eps: 0.5,
 *   corePoints: [[0], [1]],
 * });
 * assert.ok(graph.nodes.some((node) => node.op === "ArgMin"));
 * ```
 */
export function exportDbscan(graph: OnnxGraph, features: string, state: DbscanState): string {
  const { corePoints, eps } = state;
  const shape = [corePoints.length, state.columns.length];
  const scaled = exportScaler(graph, features, state.scaler);
  const points = graph.double(corePoints.flat(), shape);
  const crossed = graph.node("Gemm", [
    scaled,
    graph.double(corePoints.flatMap((point) => point.map((value) => -2 * value)), shape),
    graph.double(corePoints.map(squaredNorm)),
  ], { transB: { int: 1 } });
  const nearest = graph.node("ArgMin", [crossed], { axis: { int: 1 }, keepdims: { int: 0 } });
  const difference = graph.node("Sub", [scaled, graph.node("Gather", [points, nearest])]);
  const distance = graph.node("Sqrt", [exportSquaredNorm(graph, difference)]);
  return graph.node("Div", [distance, graph.double(eps)]);
}
