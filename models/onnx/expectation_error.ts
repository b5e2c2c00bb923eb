/** The error of what a network expects as ONNX. */
import type { Scaler } from "../detectors/scaler.ts";
import type { OnnxGraph } from "./graph.ts";

/** What a network was given and what it gave, each a DOUBLE `[N, F]` tensor. */
export interface ExpectationTensors {
  /** Values as they came, missing ones being NaN. */
  readonly features: string;
  readonly scaled: string;
  readonly expected: string;
}

/**
 * Adds `√(Σ w · (expected − scaled)² / Σ w)` over the values present of each row; 0 where none is.
 *
 * @param weights What an error in each column counts, above 0.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 1]);
 * const scaler = { center: [0], inverse: [1], clip: 10 };
 * const tensors = { features, scaled: features, expected: features };
 * exportExpectationErrors(graph, tensors, scaler, [1]);
 * assert.equal(graph.nodes.at(-1)?.op, "Sqrt");
 * ```
 */
export function exportExpectationErrors(
  graph: OnnxGraph,
  { features, scaled, expected }: ExpectationTensors,
  { inverse }: Scaler,
  weights: readonly number[],
): string {
  // As in the detector, a column without values in the fit has nothing to say.
  const heard = graph.double(weights.map((weight, j) => inverse[j] === 0 ? 0 : weight));
  const missing = graph.node("IsNaN", [features]);
  const counts = graph.node("Where", [missing, graph.double(0), heard]);
  const difference = graph.node("Sub", [expected, scaled]);
  const squares = graph.node("Mul", [difference, difference]);
  const total = sumOfRow(graph, counts);
  // The least weight is no more than any sum that is not 0, so it only keeps 0 / 0 away.
  const divisor = graph.node("Max", [total, graph.double(Math.min(...weights))]);
  const errors = sumOfRow(graph, graph.node("Mul", [squares, counts]));
  return graph.node("Sqrt", [graph.node("Div", [errors, divisor])]);
}

function sumOfRow(graph: OnnxGraph, rows: string): string {
  const axes = graph.int64([1]);
  return graph.node("ReduceSum", [rows, axes], { keepdims: { int: 1 } });
}
