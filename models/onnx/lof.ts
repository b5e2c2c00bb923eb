/** The local outlier factor as ONNX. */
import { LEAST_REACH, type LofState } from "../detectors/lof.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportNearestPoints } from "./nearest_points.ts";
import { exportScaler } from "./scaler.ts";

/**
 * Adds the mean density of the neighbours times the mean distance to them, each no less than the
 * neighbour's own reach, by comparison with all points; how much memory that takes is said at
 * {@linkcode exportNearestPoints}, and where another of equally far neighbours may be taken.
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
 * exportLof(graph, features, {
 *   kind: "lof",
 *   columns: ["kwh"],
 *   scaler: { center: [0], inverse: [1], clip: 10 },
 *   neighbours: 1,
 *   points: [[0], [1]],
 *   reaches: [1, 1],
 *   densities: [1, 1],
 * });
 * assert.equal(graph.nodes.at(-1)?.op, "Mul");
 * ```
 */
export function exportLof(graph: OnnxGraph, features: string, state: LofState): string {
  const rows = exportScaler(graph, features, state.scaler);
  const nearest = exportNearestPoints(graph, rows, state.points, state.neighbours);
  const reaches = graph.node("Gather", [graph.double(state.reaches), nearest.places]);
  const distances = graph.node("Max", [graph.node("Sqrt", [nearest.squaredDistances]), reaches]);
  const reach = graph.node("Add", [exportMean(graph, distances), graph.double(LEAST_REACH)]);
  const densities = graph.node("Gather", [graph.double(state.densities), nearest.places]);
  return graph.node("Mul", [exportMean(graph, densities), reach]);
}

function exportMean(graph: OnnxGraph, values: string): string {
  return graph.node("ReduceMean", [values], { axes: { ints: [1] }, keepdims: { int: 1 } });
}
