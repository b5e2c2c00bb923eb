/** The shape of a window, free of its level and its size, inside the graph. */
import { FLAT } from "../detectors/window_shape.ts";
import type { Attribute, OnnxGraph } from "./graph.ts";

const ACROSS = { axes: { ints: [1] }, keepdims: { int: 1 } } as const;

/**
 * Adds each row less its mean and over its standard deviation, both over the values present. A
 * missing value becomes 0, as does every value of a row that is flat.
 *
 * @param features DOUBLE `[N, F]` tensor.
 * @returns The DOUBLE `[N, F]` tensor of shapes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * exportWindowShapes(graph, graph.input("features", "float64", ["N", 3]));
 * assert.equal(graph.nodes.at(-1)?.op, "Where");
 * ```
 */
export function exportWindowShapes(graph: OnnxGraph, features: string): string {
  const [zero, one] = [graph.double(0), graph.double(1)];
  const missing = graph.node("IsNaN", [features]);
  const values = graph.node("Where", [missing, zero, features]);
  const present = exportSum(graph, graph.node("Where", [missing, zero, one]));
  const count = graph.node("Max", [present, one]);
  const mean = graph.node("Div", [exportSum(graph, values), count]);
  const away = graph.node("Where", [missing, zero, graph.node("Sub", [features, mean])]);
  const squares = graph.node("ReduceSumSquare", [away], ACROSS);
  const spread = graph.node("Sqrt", [graph.node("Div", [squares, count])]);
  const largest = graph.node("ReduceMax", [graph.node("Abs", [values])], ACROSS);
  const least = graph.node("Mul", [largest, graph.double(FLAT)]);
  const flat = graph.node("LessOrEqual", [spread, least]);
  const shape = graph.node("Div", [away, graph.node("Where", [flat, one, spread])]);
  return graph.node("Where", [flat, zero, shape]);
}

function exportSum(graph: OnnxGraph, values: string): string {
  const keep: Record<string, Attribute> = { keepdims: { int: 1 } };
  return graph.node("ReduceSum", [values, graph.int64([1])], keep);
}
