/** Squared Euclidean length, the part of a squared distance that belongs to one point alone. */
import type { OnnxGraph } from "./graph.ts";

/**
 * `Σ_j v_j²` of a vector known when the graph is built.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(squaredNorm([3, 4]), 25);
 * ```
 */
export function squaredNorm(vector: readonly number[]): number {
  return vector.reduce((sum, value) => sum + value * value, 0);
}

/**
 * Adds `Σ_j z_j²` of every row.
 *
 * @param rows DOUBLE `[N, F]` tensor.
 * @returns A DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const rows = graph.input("rows", "float64", ["N", 2]);
 * assert.equal(exportSquaredNorm(graph, rows), "reducesumsquare_0");
 * ```
 */
export function exportSquaredNorm(graph: OnnxGraph, rows: string): string {
  return graph.node("ReduceSumSquare", [rows], { axes: { ints: [1] }, keepdims: { int: 1 } });
}
