/** What chance of an anomaly a score stands for. */
import type { LateLabel } from "../../data/mod.ts";
import { probabilities, rocAuc } from "../../models/mod.ts";
import { labelledSpan } from "./realised_performance.ts";
import type { ScoredSpan } from "./scored_spans.ts";

/** Hours of each kind that a map is learnt from at least. */
const LEAST_HOURS = 50;

/** A map from score to chance, and where it comes from. */
export interface ScoreChances {
  /** Learnt from `labels` of the reference, or the score as `training` left it. */
  readonly by: "labels" | "training";
  /** Labelled hours of the reference that it was learnt from. */
  readonly hours: number;
  /** The chance that an hour of a score is anomalous. */
  chanceOf(score: number): number;
}

/**
 * Learns chances from labelled hours of the reference by isotonic regression, as NannyML does, where
 * there are 50 of each kind at least and the anomalous ones score higher. Else the score itself is
 * the chance: our models are stacked by a logistic regression on validation meters with injected
 * faults, so it is the chance among hours with so many faults of such kinds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { by, chanceOf } = scoreChances([], []);
 * assert.deepEqual([by, chanceOf(0.25)], ["training", 0.25]);
 * ```
 */
export function scoreChances(
  chunks: readonly ScoredSpan[],
  labels: readonly LateLabel[],
): ScoreChances {
  const spans = labels.length === 0 ? [] : chunks.map((span) => labelledSpan(span, labels));
  const scores = Float64Array.from(spans.flatMap(({ score }) => [...score]));
  const truth = Uint8Array.from(spans.flatMap((span) => [...span.labels]));
  const anomalous = truth.reduce((sum, label) => sum + label, 0);
  const enough = Math.min(anomalous, truth.length - anomalous) >= LEAST_HOURS;
  if (!enough || rocAuc(truth, scores) <= 0.5) {
    return { by: "training", hours: 0, chanceOf: (score) => score };
  }
  const map = probabilities.isotonic.fit(scores, truth);
  return { by: "labels", hours: truth.length, chanceOf: (score) => map.probability(score) };
}
