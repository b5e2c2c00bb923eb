/** Largest absolute standard score of a row, as ONNX. */
import type { ZScoreState } from "../detectors/z_score.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportScaler } from "./scaler.ts";

/**
 * Adds `max_j |z_j|`.
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
 * const scaler = { center: [2], inverse: [0.5], clip: 1e6 };
 * exportZScore(graph, features, { kind: "z_score", columns: ["kwh"], scaler });
 * assert.equal(graph.nodes.at(-1)?.op, "ReduceMax");
 * ```
 */
export function exportZScore(graph: OnnxGraph, features: string, state: ZScoreState): string {
  const distance = graph.node("Abs", [exportScaler(graph, features, state.scaler)]);
  return graph.node("ReduceMax", [distance], { axes: { ints: [1] }, keepdims: { int: 1 } });
}
