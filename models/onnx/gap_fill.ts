/** Gaps of a window that is read as a series in time, filled inside the graph. */
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds what `fillGaps` does: a missing value takes the one before it, before the first value that
 * first one, and 0 in a row without any. Each step looks twice as far as the one before, so that
 * log₂ of the width steps reach across the window.
 *
 * @param features DOUBLE `[N, width]` tensor.
 * @returns The DOUBLE `[N, width]` tensor without missing values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * exportGapFill(graph, graph.input("features", "float64", ["N", 3]), 3);
 * assert.equal(graph.nodes.filter(({ op }) => op === "Gather").length, 4);
 * ```
 */
export function exportGapFill(graph: OnnxGraph, features: string, width: number): string {
  let filled = features;
  for (const direction of [-1, 1]) {
    for (let reach = 1; reach < width; reach *= 2) {
      const from = Array.from(
        { length: width },
        (_, j) => Math.min(Math.max(j + direction * reach, 0), width - 1),
      );
      const near = graph.node("Gather", [filled, graph.int64(from)], { axis: { int: 1 } });
      filled = graph.node("Where", [graph.node("IsNaN", [filled]), near, filled]);
    }
  }
  return graph.node("Where", [graph.node("IsNaN", [filled]), graph.double(0), filled]);
}
