/** The isolation forest: what few random cuts set apart is odd. */

import { selectRows } from "../matrix.ts";
import { exportIsolationForest } from "../onnx/isolation_forest.ts";
import { deriveSeed, random } from "../random.ts";
import { sampleIndices } from "../sample.ts";
import { columnMedians } from "./column_medians.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { compileForest, type Tree } from "./forest.ts";
import { averagePathLength, growIsolationTree } from "./isolation_tree.ts";
import { leafSums } from "./leaf_sums.ts";
import { withoutGaps } from "./median_fill.ts";
import { requireWhole } from "./require_whole.ts";
import { scoringRows } from "./scoring_rows.ts";
import { trainingOrder } from "./training_rows.ts";

/** Many more rows than a tree sees: the share of rows below their median is 0.5 ± 0.008. */
const FILL_ROWS = 4096;

/** A fitted isolation forest: score = 2^(−mean h(x) / c(sampleSize)). */
export interface IsolationForestState {
  readonly kind: "isolation_forest";
  readonly columns: readonly string[];
  /** What stands in for a missing value, one per column; scorers round it to float32. */
  readonly fill: readonly number[];
  /** Rows drawn per tree, at least 2. */
  readonly sampleSize: number;
  readonly trees: readonly Tree[];
}

/** Choices of the isolation forest. */
export interface IsolationForestOptions {
  /** Number of trees. @default {100} */
  readonly trees?: number;
  /** Rows drawn for each tree. @default {256} */
  readonly sampleSize?: number;
}

/**
 * An isolation forest (Liu, Ting and Zhou, Isolation Forest, ICDM 2008). Scores lie in (0, 1];
 * about 0.5 is usual. Weak where oddity shows in one of many columns only.
 *
 * A missing value counts as the median of its column; of more than 4096 rows it is the median of
 * 4096 that are drawn. A fit looks at every row once, to draw without regard to their order; beside
 * that its cost grows with trees · sampleSize alone.
 *
 * @throws {RangeError} When trees is not a whole number from 1, or sampleSize one from 2.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const fitted = await isolationForest({ trees: 10 }).fit(matrix(["kwh"], [1, 9]), { seed: 7 });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [1, 9]))], [0.5, 0.5]);
 * ```
 */
export function isolationForest(
  { trees = 100, sampleSize = 256 }: IsolationForestOptions = {},
): Detector {
  requireWhole("grow an isolation forest", "trees", trees, 1);
  requireWhole("grow an isolation forest", "sampleSize", sampleSize, 2);
  return {
    name: "isolation_forest",
    nanPolicy:
      "A missing value counts as the median of its column (of 4096 rows if more), in fit and scoring",
    fit(x, context) {
      const order = trainingOrder(x, context);
      const drawRows = (size: number, draw: () => number) =>
        selectRows(x, sampleIndices(x.rows, size, draw).map((rank) => order[rank]));
      const fill = columnMedians(drawRows(FILL_ROWS, random(deriveSeed(context.seed, "fill"))));
      const draw = random(context.seed);
      const grown: Tree[] = [];
      while (grown.length < trees) {
        context.signal?.throwIfAborted();
        grown.push(growIsolationTree(withoutGaps(drawRows(sampleSize, draw), fill), draw));
        context.onProgress?.(grown.length / trees);
      }
      return fromIsolationForestState({
        kind: "isolation_forest",
        columns: [...x.columns],
        fill,
        // c(1) is 0, so one row counts as two: its trees are bare leaves and all scores equal.
        sampleSize: Math.max(2, Math.min(sampleSize, x.rows)),
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
 * import { growIsolationTree } from "./isolation_tree.ts";
 * const fitted = fromIsolationForestState({
 *   kind: "isolation_forest",
 *   columns: ["kwh"],
 *   fill: [0],
 *   sampleSize: 2,
 *   trees: [growIsolationTree(matrix(["kwh"], [1, 2]), () => 0.5)],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [1]))], [0.5]);
 * ```
 */
export function fromIsolationForestState(
  state: IsolationForestState,
): FittedDetector<IsolationForestState> {
  const forest = compileForest(state.trees);
  const unit = averagePathLength(state.sampleSize);
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = withoutGaps(scoringRows(x, state.columns), state.fill);
      return leafSums(forest, rows, 0).map((total) => 2 ** (-(total / state.trees.length) / unit));
    },
    toOnnx: (graph, features) => exportIsolationForest(graph, features, state),
    toJSON: () => state,
  };
}
