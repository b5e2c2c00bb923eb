/** Distance to the nearest DBSCAN core point as ONNX. */
import type { DbscanState } from "../detectors/dbscan.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportNearestDistance } from "./nearest_distance.ts";
import { exportScaler } from "./scaler.ts";

/**
 * Adds `min_c |z − c| / eps` over the core points.
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
  const scaled = exportScaler(graph, features, state.scaler);
  const distance = exportNearestDistance(graph, scaled, state.corePoints);
  return graph.node("Div", [distance, graph.double(state.eps)]);
}
