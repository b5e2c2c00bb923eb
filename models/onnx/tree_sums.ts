/** The sum of many trees as ONNX, exact where the runtime alone would not be. */
import type { Tree } from "../detectors/forest.ts";
import type { Attribute, OnnxGraph } from "./graph.ts";

/** Integers up to here are exact in float32. */
const FLOAT32_INTEGERS = 2 ** 24;

/**
 * Adds the sum over the trees of the value of the leaf a row ends in.
 *
 * The runtime sums trees in float32, which costs more digits than the calibration forgives and
 * depends on the order of the sum. So each value goes in as a coarse and a fine part, both
 * multiples of a power of two small enough in number that their float32 sums are exact; the two
 * sums meet in double. What the parts cannot hold is at most trees² · largest value / 2⁴⁷.
 *
 * @param rows FLOAT `[N, F]` tensor; NaN goes left where a tree says so, else right.
 * @param trees At least one.
 * @returns A DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const rows = graph.input("rows", "float32", ["N", 1]);
 * exportTreeSums(graph, rows, [{
 *   feature: [0, -1, -1],
 *   threshold: [0.5, 0, 0],
 *   left: [1, 0, 0],
 *   right: [2, 0, 0],
 *   value: [0, 1, 2],
 * }]);
 * assert.equal(graph.nodes[0].op, "TreeEnsembleRegressor");
 * ```
 */
export function exportTreeSums(graph: OnnxGraph, rows: string, trees: readonly Tree[]): string {
  const sums = graph.node("TreeEnsembleRegressor", [rows], treeAttributes(trees), {
    domain: "ai.onnx.ml",
  });
  const parts = graph.node("Cast", [sums], { to: { type: "float64" } });
  return graph.node("ReduceSum", [parts, graph.int64([1])], { keepdims: { int: 1 } });
}

function treeAttributes(trees: readonly Tree[]): Record<string, Attribute> {
  const nodes = trees.flatMap((tree, id) =>
    tree.feature.map((feature, at) => ({ id, at, feature }))
  );
  const leaves = nodes.filter(({ feature }) => feature < 0);
  const { coarse, fine } = splitValues(
    leaves.map(({ id, at }) => trees[id].value[at]),
    trees.length,
  );
  const twice = [...leaves, ...leaves];
  return {
    n_targets: { int: 2 },
    aggregate_function: { string: "SUM" },
    nodes_treeids: { ints: nodes.map(({ id }) => id) },
    nodes_nodeids: { ints: nodes.map(({ at }) => at) },
    nodes_featureids: { ints: nodes.map(({ feature }) => Math.max(feature, 0)) },
    nodes_modes: { strings: nodes.map(({ feature }) => feature < 0 ? "LEAF" : "BRANCH_LEQ") },
    nodes_values: { floats: trees.flatMap(({ threshold }) => threshold) },
    nodes_missing_value_tracks_true: {
      ints: trees.flatMap(({ feature, missingLeft }) => missingLeft ?? feature.map(() => 0)),
    },
    nodes_truenodeids: { ints: trees.flatMap(({ left }) => left) },
    nodes_falsenodeids: { ints: trees.flatMap(({ right }) => right) },
    target_treeids: { ints: twice.map(({ id }) => id) },
    target_nodeids: { ints: twice.map(({ at }) => at) },
    target_ids: { ints: twice.map((_, i) => i < leaves.length ? 0 : 1) },
    target_weights: { floats: [...coarse, ...fine] },
  };
}

/** Values as multiples of a coarse step and a remainder in multiples of a fine step. */
function splitValues(
  values: readonly number[],
  trees: number,
): { coarse: number[]; fine: number[] } {
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 1);
  const coarseStep = exactStep(trees * largest);
  const fineStep = exactStep(trees * coarseStep);
  const coarse = values.map((value) => Math.trunc(value / coarseStep) * coarseStep);
  const fine = values.map((value, i) => Math.round((value - coarse[i]) / fineStep) * fineStep);
  return { coarse, fine };
}

/** The smallest power of two whose multiples up to `largest` are all exact in float32. */
function exactStep(largest: number): number {
  return 2 ** Math.ceil(Math.log2(largest / FLOAT32_INTEGERS));
}
