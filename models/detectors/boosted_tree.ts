/** Growing one tree of a boosted ensemble. */

import {
  findSplit,
  type GradientTotals,
  LEAST_SECOND,
  secondDerivatives,
  type Split,
  type SplitRules,
} from "./best_split.ts";
import type { FeatureBins } from "./feature_bins.ts";
import type { Tree } from "./forest.ts";
import { addGradients, subtractSums } from "./gradient_histogram.ts";
import { partRows } from "./part_rows.ts";
import { LARGEST } from "./scoring_rows.ts";
import type { TreeSample } from "./tree_sample.ts";

/** The exponential of its negative is above 0, that of itself is finite. */
const MOST = 700;

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

/**
 * Grows a tree from the gradients of a sample, and divides the odds against by e^value in all rows.
 * Brings the rows of the sample into another order.
 */
export type GrowTree = (
  gradients: Float64Array,
  sample: TreeSample,
  oddsAgainst: Float64Array,
) => BoostedTree;

/** The rows that are in a leaf while the tree grows. */
interface Leaf extends LeafRows {
  readonly node: number;
  /** The sums over `rows`. */
  readonly total: GradientTotals;
  /** The histogram, where the leaf may be split. */
  readonly sums?: Float64Array;
  readonly split?: Split;
}

/** Rows the tree learns from, and others that only get its values. */
type LeafRows = Pick<TreeSample, "rows" | "otherRows">;

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
 * const gradients = new Float64Array(4);
 * const oddsAgainst = Float64Array.of(1, 1);
 * writeGradients(oddsAgainst, Uint8Array.of(0, 1), units, gradients);
 * const sample = {
 *   rows: Uint32Array.of(0, 1), otherRows: Uint32Array.of(), features: Uint32Array.of(0),
 * };
 * assert.deepEqual(grow(gradients, sample, oddsAgainst).threshold, [1.5, 0, 0]);
 * assert.deepEqual([...oddsAgainst], [Math.E, 1 / Math.E]);
 * ```
 */
export function treeGrower(bins: FeatureBins, rules: TreeRules): GrowTree {
  const spare = new Uint32Array(bins.rows);
  const size = 2 * bins.starts[bins.columns.length];
  const histograms: Float64Array[] = [];

  return (gradients, { features, ...all }, oddsAgainst) => {
    const tree = emptyTree();
    const open: Leaf[] = [];
    let counted = 0;

    function count(rows: Uint32Array): Float64Array {
      if (counted === histograms.length) histograms.push(new Float64Array(size));
      const sums = histograms[counted++].fill(0);
      addGradients(bins, rows, gradients, sums);
      return sums;
    }

    function leafOf(inLeaf: LeafRows, total: GradientTotals, sums?: Float64Array): Leaf {
      const node = addLeaf(tree, valueOf(total, rules));
      const splits = sums !== undefined && inLeaf.rows.length >= 2 * rules.leafRows;
      const split = splits ? findSplit(bins, features, sums, total, rules) : undefined;
      return { ...inLeaf, node, total, sums, split };
    }

    function part(rows: Uint32Array, split: Split): [Uint32Array, Uint32Array] {
      const middle = partRows(bins, rows, spare, split);
      return [rows.subarray(0, middle), rows.subarray(middle)];
    }

    /** The histograms of both children, where one may still be split. */
    function childSums(left: Uint32Array, right: Uint32Array, sums?: Float64Array) {
      const leftIsSmaller = left.length <= right.length;
      const [smaller, larger] = leftIsSmaller ? [left, right] : [right, left];
      const full = open.length + 1 === rules.leaves;
      if (sums === undefined || full || larger.length < 2 * rules.leafRows) return [];
      const ofSmaller = count(smaller);
      subtractSums(sums, ofSmaller);
      return leftIsSmaller ? [ofSmaller, sums] : [sums, ofSmaller];
    }

    function splitLeaf({ node, rows, otherRows, total, sums }: Leaf, split: Split): [Leaf, Leaf] {
      const [left, right] = part(rows, split);
      const [otherLeft, otherRight] = part(otherRows, split);
      const [leftSums, rightSums] = childSums(left, right, sums);
      const children: [Leaf, Leaf] = [
        leafOf({ rows: left, otherRows: otherLeft }, split.left, leftSums),
        leafOf({ rows: right, otherRows: otherRight }, difference(total, split.left), rightSums),
      ];
      makeInner(tree, node, bins, split, children);
      return children;
    }

    const sums = features.length > 0 ? count(all.rows) : undefined;
    open.push(leafOf(all, totalOf(gradients, all.rows), sums));
    while (open.length < rules.leaves) {
      const at = mostGain(open);
      const { split } = open[at];
      if (split === undefined) break;
      const [left, right] = splitLeaf(open[at], split);
      open[at] = left;
      open.push(right);
    }
    for (const { node, rows, otherRows } of open) {
      // Bounded, as an infinite factor would make odds of 0 NaN.
      const factor = Math.exp(Math.min(Math.max(-tree.value[node], -MOST), MOST));
      for (let i = 0; i < rows.length; i++) oddsAgainst[rows[i]] *= factor;
      for (let i = 0; i < otherRows.length; i++) oddsAgainst[otherRows[i]] *= factor;
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
  [left, right]: readonly [Leaf, Leaf],
): void {
  tree.feature[node] = columns[feature];
  // The cut above the last bin of values parts them from the missing ones.
  tree.threshold[node] = cuts[feature][bin - starts[feature]] ?? LARGEST;
  tree.missingLeft[node] = missingLeft ? 1 : 0;
  tree.left[node] = left.node;
  tree.right[node] = right.node;
}

/** A root of rows that are all but certain has no value: it would be mostly rounding. */
function valueOf({ first, second }: GradientTotals, { units, l2, learningRate }: TreeRules) {
  const weight = secondDerivatives(second, units) / units.second;
  if (weight < LEAST_SECOND) return 0;
  // Adding 0 turns -0 into 0, as JSON does.
  return -first / units.first / (weight + l2) * learningRate + 0;
}

function totalOf(gradients: Float64Array, rows: Uint32Array): GradientTotals {
  let first = 0;
  let second = 0;
  for (let i = 0; i < rows.length; i++) {
    first += gradients[2 * rows[i]];
    second += gradients[2 * rows[i] + 1];
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
