/** Gradient boosting: trees that learn from labels what is odd. */

import { exportGradientBoosting } from "../onnx/gradient_boosting.ts";
import { deriveSeed } from "../random.ts";
import type { BoostedTree } from "./boosted_tree.ts";
import { boost } from "./boosting.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { featureBins } from "./feature_bins.ts";
import { compileForest } from "./forest.ts";
import { labelledRows } from "./labelled_rows.ts";
import { leafSums } from "./leaf_sums.ts";
import { sigmoid } from "./log_loss.ts";
import { requireWhole } from "./require_whole.ts";
import { scoringRows } from "./scoring_rows.ts";

/** Fitted gradient boosting: score = sigmoid(bias + Σ value of the leaf the row ends in). */
export interface GradientBoostingState {
  readonly kind: "gradient_boosting";
  readonly columns: readonly string[];
  /** The raw score before any tree. */
  readonly bias: number;
  readonly trees: readonly BoostedTree[];
}

/** Choices of gradient boosting. */
export interface GradientBoostingOptions {
  /** Number of trees. @default {100} */
  readonly trees?: number;
  /** Share of its best value that each tree adds, in (0, 1]. @default {0.05} */
  readonly learningRate?: number;
  /** Leaves of a tree at most. @default {31} */
  readonly leaves?: number;
  /** Training rows in a leaf at least. @default {50} */
  readonly leafRows?: number;
  /** L2 regularisation of the values of leaves, from 0. @default {10} */
  readonly l2?: number;
  /** Share of the rows each tree learns from, in (0, 1]. @default {0.5} */
  readonly rowShare?: number;
  /** Share of the columns each tree learns from, in (0, 1]. @default {0.5} */
  readonly columnShare?: number;
}

const ACTION = "fit gradient boosting";

/**
 * Gradient boosting of trees over histograms with the logistic loss, as in LightGBM (Ke et al.,
 * LightGBM: A Highly Efficient Gradient Boosting Decision Tree, NIPS 2017). It is supervised: a fit
 * needs labels. The score is the share of anomalous rows the trees expect among rows like this
 * one; where all labels of the fit are alike, that share for every row.
 *
 * The default choices rank the rows of buildings left out of a fit better than more trees, less
 * regularisation or whole samples do: few buildings with labels are soon learnt by heart.
 *
 * The time of a fit grows with trees · rows · columns, and it holds 3 bytes per value beside the
 * rows. It finds what was labelled: a kind of anomaly that no labelled row shows gets the score of
 * the rows it resembles. Fewer than about 4 · leafRows rows are never split; with few labelled
 * anomalies, or labels that are often wrong, prefer a detector that needs none.
 *
 * @throws {RangeError} When trees or leafRows is not a whole number from 1, leaves one from 2,
 * learningRate or a share lies outside (0, 1], or l2 is negative or not finite; in fit, without
 * labels.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [1, 2, 3, 40, 50, 60]);
 * const labels = Uint8Array.of(0, 0, 0, 1, 1, 1);
 * const options = { leafRows: 1, l2: 0, rowShare: 1 };
 * const fitted = await gradientBoosting(options).fit(x, { seed: 7, labels });
 * const [usual, odd] = fitted.anomalyScores(matrix(["kwh"], [2, 100]));
 * assert.ok(usual < 0.1 && odd > 0.9);
 * ```
 */
export function gradientBoosting(options: GradientBoostingOptions = {}): Detector {
  const { trees = 100, learningRate = 0.05, leaves = 31, leafRows = 50, l2 = 10 } = options;
  const { rowShare = 0.5, columnShare = 0.5 } = options;
  const rules = { trees, learningRate, leaves, leafRows, l2, rowShare, columnShare };
  requireWhole(ACTION, "trees", trees, 1);
  requireWhole(ACTION, "leaves", leaves, 2);
  requireWhole(ACTION, "leafRows", leafRows, 1);
  for (const [option, value] of Object.entries({ learningRate, rowShare, columnShare })) {
    if (value > 0 && value <= 1) continue;
    throw new RangeError(
      `Cannot ${ACTION} as ${option} must lie in (0, 1]: current value is ${value}`,
    );
  }
  if (!(l2 >= 0 && l2 < Infinity)) {
    throw new RangeError(
      `Cannot ${ACTION} as l2 must be finite and >= 0: current value is ${l2}`,
    );
  }
  return {
    name: "gradient_boosting",
    nanPolicy: "A missing value goes the way that split the training rows best, and where none " +
      "was missing the way of the most rows",
    supervised: true,
    async fit(x, context) {
      const { rows, labels } = labelledRows(x, context);
      const bins = featureBins(rows, deriveSeed(context.seed, "bins"));
      const seed = deriveSeed(context.seed, "trees");
      const { bias, trees: grown } = await boost(bins, labels, rules, { ...context, seed });
      return fromGradientBoostingState({
        kind: "gradient_boosting",
        columns: [...x.columns],
        bias,
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
 * const fitted = fromGradientBoostingState({
 *   kind: "gradient_boosting",
 *   columns: ["kwh"],
 *   bias: 0,
 *   trees: [],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [1]))], [0.5]);
 * ```
 */
export function fromGradientBoostingState(
  state: GradientBoostingState,
): FittedDetector<GradientBoostingState> {
  const trees = compileForest(state.trees);
  return {
    name: state.kind,
    anomalyScores(x) {
      return leafSums(trees, scoringRows(x, state.columns), state.bias).map(sigmoid);
    },
    toOnnx: (graph, features) => exportGradientBoosting(graph, features, state),
    toJSON: () => state,
  };
}
