/** Causal attention as ONNX. */
import { causalMask } from "../layers/causal_mask.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds what `causalAttention` in `layers/attention.ts` does: softmax(q · kᵀ / √size) · v in each
 * head, over a step itself and those before it. Holds heads · steps² doubles a row.
 *
 * @param projected DOUBLE `[N, steps, 3 · width]` tensor: queries, keys and values side by side.
 * @returns A DOUBLE `[N, steps, width]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const projected = graph.input("projected", "float64", ["N", 2, 3]);
 * exportCausalAttention(graph, projected, { steps: 2, width: 1, heads: 1 });
 * assert.equal(graph.nodes.filter((node) => node.op === "Softmax").length, 1);
 * ```
 */
export function exportCausalAttention(
  graph: OnnxGraph,
  projected: string,
  { steps, width, heads }: {
    readonly steps: number;
    readonly width: number;
    readonly heads: number;
  },
): string {
  const size = width / heads;
  const apart = graph.int64([0, steps, heads, size]);
  const axis = graph.int64([2]);
  const part = (index: number, order: readonly number[]) => {
    const bounds = [index * width, (index + 1) * width].map((place) => graph.int64([place]));
    const sliced = graph.node("Slice", [projected, ...bounds, axis]);
    const split = graph.node("Reshape", [sliced, apart]);
    return graph.node("Transpose", [split], { perm: { ints: order } });
  };
  const products = graph.node("MatMul", [part(0, [0, 2, 1, 3]), part(1, [0, 2, 3, 1])]);
  const scaled = graph.node("Mul", [products, graph.double(1 / Math.sqrt(size))]);
  const heard = graph.node("Add", [scaled, graph.double(causalMask(steps), [steps, steps])]);
  const shares = graph.node("Softmax", [heard], { axis: { int: -1 } });
  const mixed = graph.node("MatMul", [shares, part(2, [0, 2, 1, 3])]);
  const together = graph.node("Transpose", [mixed], { perm: { ints: [0, 2, 1, 3] } });
  return graph.node("Reshape", [together, graph.int64([0, steps, width])]);
}
