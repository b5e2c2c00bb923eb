/** Isolation forest as ONNX. */
import type { IsolationForestState } from "../detectors/isolation_forest.ts";
import { averagePathLength, type IsolationTree } from "../detectors/isolation_tree.ts";
import type { Attribute, OnnxGraph } from "./graph.ts";

/** Integers up to here are exact in float32. */
const FLOAT32_INTEGERS = 2 ** 24;

/**
 * Adds `2^(−mean h(x) / c(sampleSize))`, h being the path length of the row in each tree.
 *
 * The runtime sums trees in float32, which costs more digits than the calibration forgives and
 * depends on the order of the sum. So each path length goes in as a coarse and a fine part, both
 * multiples of a power of two small enough in number that their float32 sums are exact; the two
 * sums meet in double.
 *
 * @param features DOUBLE `[N, F]` tensor holding float32 values.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 1]);
 * exportIsolationForest(graph, features, {
 *   kind: "isolation_forest",
 *   columns: ["kwh"],
 *   fill: [0],
 *   sampleSize: 2,
 *   trees: [{
 *     feature: [0, -1, -1],
 *     threshold: [0.5, 0, 0],
 *     left: [1, 0, 0],
 *     right: [2, 0, 0],
 *     value: [0, 1, 1],
 *   }],
 * });
 * assert.ok(graph.nodes.some((node) => node.op === "TreeEnsembleRegressor"));
 * ```
 */
export function exportIsolationForest(
  graph: OnnxGraph,
  features: string,
  { trees, fill, sampleSize }: IsolationForestState,
): string {
  const missing = graph.node("IsNaN", [features]);
  const filled = graph.node("Where", [missing, graph.double(fill), features]);
  const rows = graph.node("Cast", [filled], { to: { type: "float32" } });
  const sums = graph.node("TreeEnsembleRegressor", [rows], treeAttributes(trees), {
    domain: "ai.onnx.ml",
  });
  const parts = graph.node("Cast", [sums], { to: { type: "float64" } });
  const total = graph.node("ReduceSum", [parts, graph.int64([1])], { keepdims: { int: 1 } });
  const exponent = graph.node("Div", [
    total,
    graph.double(-trees.length * averagePathLength(sampleSize)),
  ]);
  return graph.node("Pow", [graph.double(2), exponent]);
}

function treeAttributes(trees: readonly IsolationTree[]): Record<string, Attribute> {
  const nodes = trees.flatMap((tree, id) =>
    tree.feature.map((feature, at) => ({ id, at, feature }))
  );
  const leaves = nodes.filter(({ feature }) => feature < 0);
  const { coarse, fine } = splitLengths(
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
    nodes_truenodeids: { ints: trees.flatMap(({ left }) => left) },
    nodes_falsenodeids: { ints: trees.flatMap(({ right }) => right) },
    target_treeids: { ints: twice.map(({ id }) => id) },
    target_nodeids: { ints: twice.map(({ at }) => at) },
    target_ids: { ints: twice.map((_, i) => i < leaves.length ? 0 : 1) },
    target_weights: { floats: [...coarse, ...fine] },
  };
}

/**
 * Path lengths as multiples of a coarse step and a remainder in multiples of a fine step, such that
 * sums over all trees stay exact in float32. What the fine step cannot hold is below 1e-9.
 */
function splitLengths(
  lengths: readonly number[],
  trees: number,
): { coarse: number[]; fine: number[] } {
  const longest = lengths.reduce((max, length) => Math.max(max, length), 1);
  const coarseStep = exactStep(trees * longest);
  const fineStep = exactStep(trees * coarseStep);
  const coarse = lengths.map((length) => Math.floor(length / coarseStep) * coarseStep);
  const fine = lengths.map((length, i) => Math.round((length - coarse[i]) / fineStep) * fineStep);
  return { coarse, fine };
}

/** The smallest power of two whose multiples up to `largest` are all exact in float32. */
function exactStep(largest: number): number {
  return 2 ** Math.ceil(Math.log2(largest / FLOAT32_INTEGERS));
}
