/** Standardisation inside the graph, shared by the detectors that need one scale for all columns. */
import type { Scaler } from "../detectors/scaler.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds `clamp((x − center) · inverse, ±clip)`, a missing value becoming 0.
 *
 * @param features DOUBLE `[N, F]` tensor.
 * @returns The scaled DOUBLE `[N, F]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 1]);
 * exportScaler(graph, features, { center: [2], inverse: [0.5], clip: 10 });
 * assert.deepEqual(graph.nodes.map((node) => node.op), ["Sub", "Mul", "Min", "Max", "IsNaN", "Where"]);
 * ```
 */
export function exportScaler(graph: OnnxGraph, features: string, scaler: Scaler): string {
  const centered = graph.node("Sub", [features, graph.double(scaler.center)]);
  const scaled = graph.node("Mul", [centered, graph.double(scaler.inverse)]);
  const below = graph.node("Min", [scaled, graph.double(scaler.clip)]);
  const clipped = graph.node("Max", [below, graph.double(-scaler.clip)]);
  const missing = graph.node("IsNaN", [scaled]);
  return graph.node("Where", [missing, graph.double(0), clipped]);
}
