/** One-class SVM with a Gaussian kernel as ONNX. */
import type { OneClassSvmState } from "../detectors/one_class_svm.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportScaler } from "./scaler.ts";
import { exportSquaredNorm, squaredNorm } from "./squared_norm.ts";

/**
 * Adds `rho − Σ_i a_i · exp(−gamma · |z − s_i|²)` over the support vectors.
 *
 * The exponent is expanded to `2 gamma z·s − gamma |s|² − gamma |z|²`, so one matrix product does
 * the work. In double its rounding error is near 1e-12 for scaled values within ±10, and the
 * exponential of a number that is not above 0 passes it on without growth.
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
 * exportOneClassSvm(graph, features, {
 *   kind: "one_class_svm",
 *   columns: ["kwh"],
 *   scaler: { center: [0], inverse: [1], clip: 10 },
 *   gamma: 0.5,
 *   rho: 0.4,
 *   coefficients: [1],
 *   supportVectors: [[0]],
 * });
 * assert.ok(graph.nodes.some((node) => node.op === "Exp"));
 * ```
 */
export function exportOneClassSvm(
  graph: OnnxGraph,
  features: string,
  state: OneClassSvmState,
): string {
  const { gamma, rho, coefficients, supportVectors } = state;
  const shape = [supportVectors.length, state.columns.length];
  const scaled = exportScaler(graph, features, state.scaler);
  // Gemm's own factor alpha is a float32, so 2 gamma goes into the vectors.
  const crossed = graph.node("Gemm", [
    scaled,
    graph.double(supportVectors.flatMap((vector) => vector.map((v) => 2 * gamma * v)), shape),
    graph.double(supportVectors.map((vector) => -gamma * squaredNorm(vector))),
  ], { transB: { int: 1 } });
  const norm = graph.node("Mul", [exportSquaredNorm(graph, scaled), graph.double(gamma)]);
  const exponent = graph.node("Min", [graph.node("Sub", [crossed, norm]), graph.double(0)]);
  const weights = graph.double(coefficients, [coefficients.length, 1]);
  const density = graph.node("MatMul", [graph.node("Exp", [exponent]), weights]);
  return graph.node("Sub", [graph.double(rho), density]);
}
