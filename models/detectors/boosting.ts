/** Boosting: each tree corrects the ones before it. */

import { type BoostedTree, treeGrower, type TreeRules } from "./boosted_tree.ts";
import type { FitContext } from "./detector.ts";
import type { FeatureBins } from "./feature_bins.ts";
import { gradientUnits, priorScore, writeGradients } from "./log_loss.ts";
import { pause } from "./pause.ts";
import { random } from "../random.ts";
import { drawTreeSample, type SampleRules } from "./tree_sample.ts";

/** Values of rows between two pauses: their trees take some ten milliseconds. */
const VALUES_IN_A_TURN = 10_000_000;

/** Choices of boosting, as in the detector. */
export interface BoostingRules extends SampleRules, Omit<TreeRules, "units"> {
  /** Number of trees. */
  readonly trees: number;
}

/** Trees whose values, added to the bias, give a raw score. */
export interface BoostedTrees {
  /** The raw score before any tree. */
  readonly bias: number;
  readonly trees: readonly BoostedTree[];
}

/**
 * Grows trees one after the other, each down the gradient of the logistic loss at the scores that
 * the trees before it give (Friedman, Greedy Function Approximation: A Gradient Boosting Machine,
 * 2001). The bias is the log odds of an anomalous row; where all labels are alike, no tree grows.
 *
 * @param labels One 0 or 1 per row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * import { featureBins } from "./feature_bins.ts";
 * const bins = featureBins(matrix(["kwh"], [1, 2]), 7);
 * const { bias, trees } = await boost(bins, Uint8Array.of(0, 1), {
 *   trees: 1,
 *   learningRate: 1,
 *   leaves: 2,
 *   leafRows: 1,
 *   l2: 0,
 *   rowShare: 1,
 *   columnShare: 1,
 * }, { seed: 7 });
 * assert.equal(bias, 0);
 * assert.deepEqual(trees[0].value, [0, -2, 2]);
 * ```
 */
export async function boost(
  bins: FeatureBins,
  labels: Uint8Array,
  { trees: size, ...rules }: BoostingRules,
  { seed, signal, onProgress }: FitContext,
): Promise<BoostedTrees> {
  const bias = priorScore(labels);
  const trees: BoostedTree[] = [];
  if (labels.every((label) => label === labels[0])) {
    onProgress?.(1);
    return { bias, trees };
  }
  const units = gradientUnits(bins.rows);
  const grow = treeGrower(bins, { ...rules, units });
  const draw = random(seed);
  const oddsAgainst = new Float64Array(bins.rows).fill(Math.exp(-bias));
  const gradients = new Float64Array(2 * bins.rows);
  let values = 0;
  while (trees.length < size) {
    signal?.throwIfAborted();
    writeGradients(oddsAgainst, labels, units, gradients);
    const sample = drawTreeSample(bins.rows, bins.columns.length, rules, draw);
    trees.push(grow(gradients, sample, oddsAgainst));
    onProgress?.(trees.length / size);
    values += bins.codes.length;
    if (values < VALUES_IN_A_TURN) continue;
    values = 0;
    await pause(signal);
  }
  return { bias, trees };
}
