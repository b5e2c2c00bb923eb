/** The isotonic map: the nearest rising steps to the labels. */

import { exportRamps } from "../../onnx/calibration.ts";
import type { Probability, ProbabilityMap } from "./probability.ts";
import { notRising, requireClasses } from "./require_classes.ts";

/** Scores nearer than this would magnify rounding errors of the score; the later one gives way. */
const LEAST_GAP = 1e-6;

/** Linear between the knots, constant outside them. */
export interface IsotonicState {
  readonly kind: "isotonic";
  /** Scores, strictly increasing, at least two. */
  readonly knots: readonly number[];
  /** The chance at each knot, never falling. */
  readonly values: readonly number[];
}

/** Rows of neighbouring scores that share one chance. */
interface Block {
  first: number;
  last: number;
  rows: number;
  anomalous: number;
}

/**
 * Isotonic regression (Zadrozny and Elkan, Transforming Classifier Scores into Accurate Multiclass
 * Probability Estimates, KDD 2002) by pooling adjacent violators (Ayer et al. 1955): the rising
 * steps with the least squared error to the labels, and lines between the steps, as in scikit-learn.
 * Follows any rising chance, but scores of one step become equal, so the ranking gets coarser and an
 * area under it may fall; with few anomalous rows the steps are rough.
 */
export const isotonic: Probability = {
  name: "isotonic",
  fit(scores, labels) {
    requireClasses(labels);
    const blocks = poolViolators(scoreGroups(scores, labels));
    if (blocks.length === 1) throw notRising();
    const knots: number[] = [];
    const values: number[] = [];
    for (const { first, last, rows, anomalous } of blocks) {
      for (const knot of first === last ? [first] : [first, last]) {
        const least = knots.length === 0 ? knot : knots[knots.length - 1] + LEAST_GAP;
        knots.push(Math.max(knot, least));
        values.push(anomalous / rows);
      }
    }
    return fromIsotonicState({ kind: "isotonic", knots, values });
  },
};

/**
 * The map a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const map = fromIsotonicState({ kind: "isotonic", knots: [0.25, 0.75], values: [0, 0.5] });
 * assert.deepEqual([0, 0.5, 1].map((score) => map.probability(score)), [0, 0.25, 0.5]);
 * ```
 */
export function fromIsotonicState(state: IsotonicState): ProbabilityMap<IsotonicState> {
  const { knots, values } = state;
  return {
    probability(score) {
      if (score <= knots[0]) return values[0];
      const above = knots.findIndex((knot) => knot >= score);
      if (above < 0) return values[values.length - 1];
      const share = (score - knots[above - 1]) / (knots[above] - knots[above - 1]);
      return values[above - 1] + share * (values[above] - values[above - 1]);
    },
    toOnnx: (graph, scores) =>
      graph.node("Add", [exportRamps(graph, scores, state), graph.double(values[0])]),
    toJSON: () => state,
  };
}

/** Rows by distinct score, ascending. */
function scoreGroups(scores: Float64Array, labels: Uint8Array): Block[] {
  const order = Uint32Array.from(labels, (_, row) => row).sort((a, b) => scores[a] - scores[b]);
  const groups: Block[] = [];
  for (const row of order) {
    const score = scores[row];
    const latest = groups[groups.length - 1];
    if (latest?.first === score) {
      latest.rows++;
      latest.anomalous += labels[row];
    } else groups.push({ first: score, last: score, rows: 1, anomalous: labels[row] });
  }
  return groups;
}

/** Joins neighbours until the share of anomalous rows rises from block to block. */
function poolViolators(groups: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  for (const group of groups) {
    let joined = group;
    for (let before = blocks.at(-1); before && !rises(before, joined); before = blocks.at(-1)) {
      blocks.pop();
      joined = {
        first: before.first,
        last: joined.last,
        rows: before.rows + joined.rows,
        anomalous: before.anomalous + joined.anomalous,
      };
    }
    blocks.push(joined);
  }
  return blocks;
}

/** By whole numbers, so that equal shares are equal. */
function rises(low: Block, high: Block): boolean {
  return low.anomalous * high.rows < high.anomalous * low.rows;
}
