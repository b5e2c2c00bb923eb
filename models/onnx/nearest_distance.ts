/** Distance to the nearest of known points as ONNX, shared by the detectors that keep points. */
import type { OnnxGraph } from "./graph.ts";
import { exportSquaredNorm, squaredNorm } from "./squared_norm.ts";

/**
 * Adds `min_p |z − p|` over the points.
 *
 * The nearest point minimises `|p|² − 2 z·p`, one matrix product. Only which point it is comes from
 * there: the distance is then taken anew from the difference, because the square root would turn a
 * rounding error of 1e-12 into 1e-6. The product holds one double per row and point: whoever runs
 * the graph bounds the memory by the rows it passes at a time.
 *
 * @param rows DOUBLE `[N, F]` tensor.
 * @param points At least one, each of F finite values.
 * @returns Distances, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * exportNearestDistance(graph, graph.input("rows", "float64", ["N", 1]), [[0], [1]]);
 * assert.ok(graph.nodes.some((node) => node.op === "ArgMin"));
 * ```
 */
export function exportNearestDistance(
  graph: OnnxGraph,
  rows: string,
  points: readonly (readonly number[])[],
): string {
  const shape = [points.length, points[0].length];
  const crossed = graph.node("Gemm", [
    rows,
    graph.double(points.flatMap((point) => point.map((value) => -2 * value)), shape),
    graph.double(points.map(squaredNorm)),
  ], { transB: { int: 1 } });
  const nearest = graph.node("ArgMin", [crossed], { axis: { int: 1 }, keepdims: { int: 0 } });
  const chosen = graph.node("Gather", [graph.double(points.flat(), shape), nearest]);
  const difference = graph.node("Sub", [rows, chosen]);
  return graph.node("Sqrt", [exportSquaredNorm(graph, difference)]);
}
