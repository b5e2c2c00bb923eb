/** The distance to the nearest neighbours as ONNX. */
import type { KnnState } from "../detectors/knn.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportNearestPoints } from "./nearest_points.ts";
import { exportScaler } from "./scaler.ts";

/**
 * Adds the distance to the k-th nearest point, or the mean distance to the k nearest, by comparison
 * with all points; how much memory that takes is said at {@linkcode exportNearestPoints}.
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
 * exportKnn(graph, features, {
 *   kind: "knn",
 *   columns: ["kwh"],
 *   scaler: { center: [0], inverse: [1], clip: 10 },
 *   method: "mean",
 *   neighbours: 2,
 *   points: [[0], [1]],
 * });
 * assert.equal(graph.nodes.at(-1)?.op, "ReduceMean");
 * ```
 */
export function exportKnn(
  graph: OnnxGraph,
  features: string,
  { scaler, method, neighbours, points }: KnnState,
): string {
  const rows = exportScaler(graph, features, scaler);
  const { squaredDistances } = exportNearestPoints(graph, rows, points, neighbours);
  const distances = graph.node("Sqrt", [squaredDistances]);
  const axis = { int: 1 };
  return method === "mean"
    ? graph.node("ReduceMean", [distances], { axes: { ints: [1] }, keepdims: { int: 1 } })
    : graph.node("Gather", [distances, graph.int64([neighbours - 1])], { axis });
}
