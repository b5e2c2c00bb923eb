/** Growing one tree of a boosted ensemble. */

import {
  findSplit,
  type GradientTotals,
  secondDerivatives,
  type Split,
  type SplitRules,
} from "./best_split.ts";
import type { FeatureBins } from "./feature_bins.ts";
import type { Tree } from "./forest.ts";
import { addGradients, subtractSums } from "./gradient_histogram.ts";
import { partRows } from "./part_rows.ts";
import { LARGEST } from "./scoring_rows.ts";

/** A tree that says at every node where missing values go, and what a row adds that ends there. */
export interface BoostedTree extends Tree {
  readonly missingLeft: readonly number[];
  /** What a row that ends at a leaf adds to its raw score; at an inner node, what it would add. */
  readonly value: readonly number[];
}

/** What a tree must keep to. */
export interface TreeRules extends SplitRules {
  /** Leaves at most. */
  readonly leaves: number;
  /** Share of its best value that a node adds. */
  readonly learningRate: number;
}

/** Grows a tree from the gradients of the rows, and adds its values to their raw scores. */
export type GrowTree = (gradients: Float64Array, raw: Float64Array) => BoostedTree;

/** Rows that share a leaf while the tree grows. */
interface Leaf {
  readonly node: number;
  /** The rows of the leaf stand here in the list of all. */
  readonly start: number;
  readonly end: number;
  readonly total: GradientTotals;
  /** The histogram, where the leaf may be split. */
  readonly sums?: Float64Array;
  readonly split?: Split;
}

/**
 * Prepares to grow one tree after the other over the same rows: their memory is taken once.
 *
 * A tree grows leaf by leaf: of all leaves, the one whose split lowers the loss most is split next
 * (Ke et al., LightGBM, NIPS 2017). The histogram of the smaller child is counted; that of its
 * sibling is what remains of their parent's. A node adds −G / (H + l2) · learningRate.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * import { featureBins } from "./feature_bins.ts";
 * import { gradientUnits, writeGradients } from "./log_loss.ts";
 * const bins = featureBins(matrix(["kwh"], [1, 2]), 7);
 * const units = gradientUnits(2);
 * const grow = treeGrower(bins, { units, leaves: 2, leafRows: 1, l2: 0, learningRate: 0.5 });
 * const raw = new Float64Array(2);
 * const gradients = new Float64Array(4);
 * writeGradients(raw, Uint8Array.of(0, 1), units, gradients);
 * assert.deepEqual(grow(gradients, raw).threshold, [1.5, 0, 0]);
 * assert.deepEqual([...raw], [-1, 1]);
 * ```
 */
export function treeGrower(bins: FeatureBins, rules: TreeRules): GrowTree {
  const rows = new Uint32Array(bins.rows);
  const spare = new Uint32Array(bins.rows);
  const size = 2 * bins.starts[bins.columns.length];
  const histograms: Float64Array[] = [];

  return (gradients, raw) => {
    const tree = emptyTree();
    const open: Leaf[] = [];
    let counted = 0;

    function count(start: number, end: number): Float64Array {
      if (counted === histograms.length) histograms.push(new Float64Array(size));
      const sums = histograms[counted++].fill(0);
      addGradients(bins, rows.subarray(start, end), gradients, sums);
      return sums;
    }

    function leafOf(start: number, end: number, total: GradientTotals, sums?: Float64Array): Leaf {
      const node = addLeaf(tree, valueOf(total, rules));
      const splits = sums !== undefined && end - start >= 2 * rules.leafRows;
      const split = splits ? findSplit(bins, sums, total, rules) : undefined;
      return { node, start, end, total, sums, split };
    }

    /** The histograms of both children, where one may still be split. */
    function childSums({ start, end, sums }: Leaf, middle: number): (Float64Array | undefined)[] {
      const leftIsSmaller = middle - start <= end - middle;
      const larger = leftIsSmaller ? end - middle : middle - start;
      const full = open.length + 1 === rules.leaves;
      if (sums === undefined || full || larger < 2 * rules.leafRows) return [];
      const smaller = leftIsSmaller ? count(start, middle) : count(middle, end);
      subtractSums(sums, smaller);
      return leftIsSmaller ? [smaller, sums] : [sums, smaller];
    }

    function splitLeaf(leaf: Leaf, split: Split): [Leaf, Leaf] {
      const { start, end, total } = leaf;
      const middle = start + partRows(bins, rows.subarray(start, end), spare, split);
      const [before, after] = childSums(leaf, middle);
      const left = leafOf(start, middle, split.left, before);
      const right = leafOf(middle, end, difference(total, split.left), after);
      makeInner(tree, leaf.node, bins, split, left.node, right.node);
      return [left, right];
    }

    rows.forEach((_, row) => rows[row] = row);
    const sums = bins.columns.length > 0 ? count(0, bins.rows) : undefined;
    open.push(leafOf(0, bins.rows, totalOf(gradients), sums));
    while (open.length < rules.leaves) {
      const at = mostGain(open);
      const { split } = open[at];
      if (split === undefined) break;
      const [left, right] = splitLeaf(open[at], split);
      open[at] = left;
      open.push(right);
    }
    for (const { node, start, end } of open) {
      for (let i = start; i < end; i++) raw[rows[i]] += tree.value[node];
    }
    return tree;
  };
}

type GrowingTree = { [Part in keyof BoostedTree]: number[] };

function emptyTree(): GrowingTree {
  return { feature: [], threshold: [], missingLeft: [], left: [], right: [], value: [] };
}

function addLeaf(tree: GrowingTree, value: number): number {
  tree.feature.push(-1);
  tree.threshold.push(0);
  tree.missingLeft.push(0);
  tree.left.push(0);
  tree.right.push(0);
  return tree.value.push(value) - 1;
}

function makeInner(
  tree: GrowingTree,
  node: number,
  { columns, cuts, starts }: FeatureBins,
  { feature, bin, missingLeft }: Split,
  left: number,
  right: number,
): void {
  tree.feature[node] = columns[feature];
  // The cut above the last bin of values parts them from the missing ones.
  tree.threshold[node] = cuts[feature][bin - starts[feature]] ?? LARGEST;
  tree.missingLeft[node] = missingLeft ? 1 : 0;
  tree.left[node] = left;
  tree.right[node] = right;
}

function valueOf({ first, second }: GradientTotals, { units, l2, learningRate }: TreeRules) {
  const weight = secondDerivatives(second, units) / units.second;
  // Adding 0 turns -0 into 0, as JSON does.
  return -first / units.first / (weight + l2) * learningRate + 0;
}

function totalOf(gradients: Float64Array): GradientTotals {
  let first = 0;
  let second = 0;
  for (let at = 0; at < gradients.length; at += 2) {
    first += gradients[at];
    second += gradients[at + 1];
  }
  return { first, second };
}

function difference(total: GradientTotals, part: GradientTotals): GradientTotals {
  return { first: total.first - part.first, second: total.second - part.second };
}

/** The first of the leaves whose split gains most. */
function mostGain(leaves: readonly Leaf[]): number {
  let most = 0;
  for (let i = 1; i < leaves.length; i++) {
    if ((leaves[i].split?.gain ?? 0) > (leaves[most].split?.gain ?? 0)) most = i;
  }
  return most;
}
