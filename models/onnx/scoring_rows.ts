/** The door every row enters a graph through. */
import { LARGEST } from "../detectors/scoring_rows.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds the widening to double, with the largest float32 of its sign in place of an infinite value.
 * By IsInf and Where, as what Min, Max and Clip do with NaN differs between runtimes.
 *
 * @param input FLOAT `[N, F]` tensor, missing values being NaN.
 * @returns The DOUBLE `[N, F]` tensor, finite or NaN.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * exportScoringRows(graph, graph.input("features", "float32", ["N", 1]));
 * assert.deepEqual(graph.nodes.map((node) => node.op), ["IsInf", "IsInf", "Cast", "Where", "Where"]);
 * ```
 */
export function exportScoringRows(graph: OnnxGraph, input: string): string {
  const above = graph.node("IsInf", [input], { detect_negative: { int: 0 } });
  const below = graph.node("IsInf", [input], { detect_positive: { int: 0 } });
  const wide = graph.node("Cast", [input], { to: { type: "float64" } });
  const bounded = graph.node("Where", [above, graph.double(LARGEST), wide]);
  return graph.node("Where", [below, graph.double(-LARGEST), bounded]);
}
