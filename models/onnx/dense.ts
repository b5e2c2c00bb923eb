/** A dense layer as ONNX. */
import type { Weight } from "../layers/weight.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds `x · kernel + bias`.
 *
 * @param x DOUBLE tensor whose last axis are the inputs.
 * @param kernel Inputs × outputs.
 * @returns A DOUBLE tensor whose last axis are the outputs.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const x = graph.input("x", "float64", ["N", 1]);
 * exportDense(graph, x, { shape: [1, 1], values: [2] }, { shape: [1], values: [1] });
 * assert.deepEqual(graph.nodes.map((node) => node.op), ["MatMul", "Add"]);
 * ```
 */
export function exportDense(graph: OnnxGraph, x: string, kernel: Weight, bias: Weight): string {
  const product = graph.node("MatMul", [x, graph.double(kernel.values, kernel.shape)]);
  return graph.node("Add", [product, graph.double(bias.values)]);
}
