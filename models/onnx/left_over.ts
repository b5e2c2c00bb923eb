/** What axes leave of a point, as ONNX. */
import type { OnnxGraph } from "./graph.ts";
import { exportSquaredNorm } from "./squared_norm.ts";

/**
 * Adds `|z − Σ_k (z·v_k) v_k|`.
 *
 * @param points DOUBLE `[N, F]` tensor.
 * @param axes Orthonormal; none leaves all of the point.
 * @returns A DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * exportLeftOver(graph, graph.input("points", "float64", ["N", 2]), [[1, 0]]);
 * assert.equal(graph.nodes.at(-1)?.op, "Sqrt");
 * ```
 */
export function exportLeftOver(
  graph: OnnxGraph,
  points: string,
  axes: readonly (readonly number[])[],
): string {
  return graph.node("Sqrt", [exportSquaredNorm(graph, exportRest(graph, points, axes))]);
}

function exportRest(
  graph: OnnxGraph,
  points: string,
  axes: readonly (readonly number[])[],
): string {
  if (axes.length === 0) return points;
  const vectors = graph.double(axes.flat(), [axes.length, axes[0].length]);
  const transposed = graph.node("Transpose", [vectors], { perm: { ints: [1, 0] } });
  const along = graph.node("MatMul", [points, transposed]);
  return graph.node("Sub", [points, graph.node("MatMul", [along, vectors])]);
}
