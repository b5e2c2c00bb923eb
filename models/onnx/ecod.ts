/** ECOD as ONNX. */
import type { EcodState } from "../detectors/ecod.ts";
import type { Tree } from "../detectors/forest.ts";
import { LARGEST } from "../detectors/scoring_rows.ts";
import { stepSurprises, type TailSteps } from "../detectors/tail_steps.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportTreeSums } from "./tree_sums.ts";

/**
 * Adds `Σ_j ln((rows_j + 1) / count_j(x_j))`, a missing value contributing 0: one tree per column,
 * which looks for the step by bisection.
 *
 * @param features DOUBLE `[N, F]` tensor holding float32 values, none infinite.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 1]);
 * const tails = [{ rows: 3, cuts: [0, 1], counts: [1, 4, 2] }];
 * exportEcod(graph, features, { kind: "ecod", columns: ["kwh"], tails });
 * assert.ok(graph.nodes.some((node) => node.op === "TreeEnsembleRegressor"));
 * ```
 */
export function exportEcod(graph: OnnxGraph, features: string, { tails }: EcodState): string {
  const rows = graph.node("Cast", [features], { to: { type: "float32" } });
  return exportTreeSums(graph, rows, tails.map(stepTree));
}

/** The steps of a column as a tree whose root parts what is missing from what is not. */
function stepTree(steps: TailSteps, column: number): Tree {
  const surprises = stepSurprises(steps);
  const feature: number[] = [];
  const threshold: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const value: number[] = [];

  function add(column: number, cut: number, given: number): number {
    left.push(0);
    right.push(0);
    threshold.push(cut);
    value.push(given);
    return feature.push(column) - 1;
  }

  function bisect(first: number, last: number): number {
    if (first === last) return add(-1, 0, surprises[first]);
    const middle = (first + last) >> 1;
    const node = add(column, steps.cuts[middle], 0);
    left[node] = bisect(first, middle);
    right[node] = bisect(middle + 1, last);
    return node;
  }

  // NaN alone is not <= the largest number, so it goes right.
  const root = add(column, LARGEST, 0);
  left[root] = bisect(0, surprises.length - 1);
  right[root] = add(-1, 0, 0);
  return { feature, threshold, left, right, value };
}
