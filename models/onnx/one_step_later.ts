/** What is known when each value of a window is expected, as ONNX. */
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds each window one step later in time, led by a 0.
 *
 * @param windows DOUBLE `[N, steps]` tensor of finite values.
 * @returns A DOUBLE tensor of that shape.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * exportOneStepLater(graph, graph.input("windows", "float64", ["N", 3]), 3);
 * assert.deepEqual(graph.nodes.map((node) => node.op), ["Gather", "Mul"]);
 * ```
 */
export function exportOneStepLater(graph: OnnxGraph, windows: string, steps: number): string {
  // The value that has no one before it is taken from somewhere, and silenced.
  const from = Array.from({ length: steps }, (_, step) => Math.max(step - 1, 0));
  const known = from.map((_, step) => step === 0 ? 0 : 1);
  const later = graph.node("Gather", [windows, graph.int64(from)], { axis: { int: 1 } });
  return graph.node("Mul", [later, graph.double(known)]);
}
