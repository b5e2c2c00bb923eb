/** Layer normalization as ONNX. */
import type { Weight } from "../layers/weight.ts";
import { NORM_EPSILON } from "../layers/layer_norm.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds `gain · (x − mean) / √(variance + 1e-6) + shift` over the last axis. Written out, as the
 * operator LayerNormalization may compute its mean in float32.
 *
 * @param x DOUBLE `[N, steps, width]` tensor.
 * @returns A DOUBLE tensor of that shape.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const x = graph.input("x", "float64", ["N", 2, 1]);
 * exportLayerNorm(graph, x, { shape: [1], values: [1] }, { shape: [1], values: [0] });
 * assert.equal(graph.nodes.filter((node) => node.op === "ReduceMean").length, 2);
 * ```
 */
export function exportLayerNorm(graph: OnnxGraph, x: string, gain: Weight, shift: Weight): string {
  const mean = (values: string) =>
    graph.node("ReduceMean", [values], { axes: { ints: [-1] }, keepdims: { int: 1 } });
  const centered = graph.node("Sub", [x, mean(x)]);
  const variance = mean(graph.node("Mul", [centered, centered]));
  const spread = graph.node("Sqrt", [graph.node("Add", [variance, graph.double(NORM_EPSILON)])]);
  const scaled = graph.node("Div", [centered, spread]);
  return graph.node("Add", [
    graph.node("Mul", [scaled, graph.double(gain.values)]),
    graph.double(shift.values),
  ]);
}
