/** Half-space trees: what falls where few rows fell is odd. */

import { exportHalfSpaceTrees } from "../onnx/half_space_trees.ts";
import type { Matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { columnMedians } from "./column_medians.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { compileForest, type Tree } from "./forest.ts";
import { type ColumnRange, growHalfSpaceTree } from "./half_space_tree.ts";
import { leafSums } from "./leaf_sums.ts";
import { withoutGaps } from "./median_fill.ts";
import { requireShare } from "./require_share.ts";
import { requireWhole } from "./require_whole.ts";
import { scoringRows } from "./scoring_rows.ts";
import { trainingRows } from "./training_rows.ts";

/** A mass of up to 2^20 a row leaves the digits of a double to many rows and trees. */
const MAX_DEPTH = 20;

/** Fitted half-space trees: score = rows / (rows + mean mass of the leaves a row ends in). */
export interface HalfSpaceTreesState {
  readonly kind: "half_space_trees";
  readonly columns: readonly string[];
  /** What stands in for a missing value, one per column; scorers round it to float32. */
  readonly fill: readonly number[];
  /** Rows that were counted, at least 1. */
  readonly rows: number;
  /** Trees whose leaves hold a mass, a whole number. */
  readonly trees: readonly Tree[];
}

/** Choices of half-space trees. */
export interface HalfSpaceTreesOptions {
  /** Number of trees. @default {25} */
  readonly trees?: number;
  /** Cuts on the way to a leaf at most, up to 20. @default {15} */
  readonly depth?: number;
  /** A node with this share of the rows or less is not cut, in (0, 1). @default {0.1} */
  readonly sizeLimit?: number;
}

/**
 * Half-space trees (Tan, Ting and Liu, Fast Anomaly Detection for Streaming Data, IJCAI 2011).
 * Trees cut the ranges of the training rows in halves at random, blind to where in them rows lie;
 * the mass of a leaf is its rows · 2^depth, which is their number where rows are spread evenly. The
 * paper sums the masses, low being odd; the score here is rows / (rows + mean mass), in (0, 1]: 1
 * where no row fell, 0.5 where they are as dense as if spread evenly. Defaults are the paper's.
 *
 * Fitted once, to all training rows as the paper's one window. Its streaming form counts the rows
 * of the present window beside the masses of the last one and puts them in their place when the
 * window is full. That follows a drift without a new fit, for trees · depth additions a row; but
 * scores then depend on what came before and in which order, and as no node can be left out, a tree
 * holds 2^(depth + 1) − 1 nodes (65,535 by default) where here fewer than 2 · depth / sizeLimit
 * (300) remain.
 *
 * Fit and score take trees · depth comparisons a row. It does not work where one wild training
 * value stretches the range of its column, so that all others share a cell; where many columns
 * leave few cuts to each; nor where odd rows lie as close together as usual ones.
 *
 * @throws {RangeError} When trees or depth is not a whole number from 1, depth is above 20, or
 * sizeLimit lies outside (0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], Array.from({ length: 100 }, (_, i) => i === 0 ? 50 : i % 10));
 * const fitted = await halfSpaceTrees().fit(x, { seed: 7 });
 * const [usual, odd] = fitted.anomalyScores(matrix(["kwh"], [5, 50]));
 * assert.ok(usual < 0.4 && odd > 0.8, `${usual} ${odd}`);
 * ```
 */
export function halfSpaceTrees(
  { trees = 25, depth = 15, sizeLimit = 0.1 }: HalfSpaceTreesOptions = {},
): Detector {
  const action = "grow half-space trees";
  requireWhole(action, "trees", trees, 1);
  requireWhole(action, "depth", depth, 1);
  requireShare(action, "sizeLimit", sizeLimit);
  if (depth > MAX_DEPTH) {
    throw new RangeError(
      `Cannot ${action} as depth must be at most ${MAX_DEPTH}: current value is ${depth}`,
    );
  }
  return {
    name: "half_space_trees",
    nanPolicy: "A missing value counts as the median of its column, in fit and scoring",
    fit(x, context) {
      const rows = trainingRows(x, context);
      const fill = columnMedians(rows);
      const filled = withoutGaps(rows, fill);
      const ranges = columnRanges(filled);
      const limits = { depth, sizeLimit: sizeLimit * rows.rows };
      const draw = random(context.seed);
      const grown: Tree[] = [];
      while (grown.length < trees) {
        context.signal?.throwIfAborted();
        grown.push(growHalfSpaceTree(filled, ranges, limits, draw));
        context.onProgress?.(grown.length / trees);
      }
      return fromHalfSpaceTreesState({
        kind: "half_space_trees",
        columns: [...x.columns],
        fill,
        rows: rows.rows,
        trees: grown,
      });
    },
  };
}

/**
 * The fitted detector a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const tree = { feature: [0, -1, -1], threshold: [4, 0, 0], left: [1, 0, 0], right: [2, 0, 0] };
 * const fitted = fromHalfSpaceTreesState({
 *   kind: "half_space_trees",
 *   columns: ["kwh"],
 *   fill: [0],
 *   rows: 3,
 *   trees: [{ ...tree, value: [0, 6, 0] }],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [4, 5]))], [1 / 3, 1]);
 * ```
 */
export function fromHalfSpaceTreesState(
  state: HalfSpaceTreesState,
): FittedDetector<HalfSpaceTreesState> {
  const forest = compileForest(state.trees);
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = withoutGaps(scoringRows(x, state.columns), state.fill);
      return leafSums(forest, rows, 0).map((mass) =>
        state.rows / (state.rows + mass / state.trees.length)
      );
    },
    toOnnx: (graph, features) => exportHalfSpaceTrees(graph, features, state),
    toJSON: () => state,
  };
}

function columnRanges(x: Matrix): ColumnRange[] {
  const width = x.columns.length;
  return x.columns.map((_, column) => {
    let low = Infinity;
    let high = -Infinity;
    for (let at = column; at < x.values.length; at += width) {
      if (x.values[at] < low) low = x.values[at];
      if (x.values[at] > high) high = x.values[at];
    }
    return { low, high };
  });
}
