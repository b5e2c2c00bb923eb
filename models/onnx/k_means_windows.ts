/** Distance to the nearest centre of k-means as ONNX. */
import type { KMeansWindowsState } from "../detectors/k_means_windows.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportNearestDistance } from "./nearest_distance.ts";
import { exportScaler } from "./scaler.ts";
import { exportWindowShapes } from "./window_shape.ts";

/**
 * Adds `min_c |z − c|` over the centres, z being the scaled or the normalised row.
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
 * exportKMeansWindows(graph, features, {
 *   kind: "k_means_windows",
 *   columns: ["kwh"],
 *   scaler: { center: [0], inverse: [1], clip: 10 },
 *   centers: [[0], [1]],
 * });
 * assert.equal(graph.nodes.at(-1)?.op, "Sqrt");
 * ```
 */
export function exportKMeansWindows(
  graph: OnnxGraph,
  features: string,
  { scaler, centers }: KMeansWindowsState,
): string {
  const points = scaler === null
    ? exportWindowShapes(graph, features)
    : exportScaler(graph, features, scaler);
  return exportNearestDistance(graph, points, centers);
}
