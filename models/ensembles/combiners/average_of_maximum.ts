/** The mean over small groups of the highest member in each. */

import { requireWhole } from "../../detectors/require_whole.ts";
import { random } from "../../random.ts";
import type { Combiner, FittedCombiner } from "./combiner.ts";

/** Which members stand together; the score is the mean over the buckets of their maxima. */
export interface AverageOfMaximumState {
  readonly kind: "average_of_maximum";
  /** Indices of the members; every member is in exactly one bucket, no bucket is empty. */
  readonly buckets: readonly (readonly number[])[];
}

/** Choices of the average of maximum. */
export interface AverageOfMaximumOptions {
  /** Members in a bucket at most: 1 is the mean, the number of members the maximum. @default {2} */
  readonly bucketSize?: number;
}

/**
 * Average of maximum (Aggarwal and Sathe, Theoretical Foundations and Algorithms for Outlier
 * Ensembles, SIGKDD Explorations 17(1), 2015): the members are dealt once, by the seed, into
 * buckets whose sizes differ by one at most; a bucket speaks with its highest voice, and the
 * buckets are averaged. Between the mean, which dilutes what one member alone sees, and the maximum,
 * which the noisiest member decides. With few members, who shares a bucket is a matter of luck.
 *
 * @throws {RangeError} When bucketSize is not a whole number from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const scores = { members: ["a", "b"], rows: 1, values: Float64Array.of(0.5, 1) };
 * const fitted = await averageOfMaximum({ bucketSize: 2 }).fit(scores, { seed: 7 });
 * assert.equal(fitted.combine(scores.values), 1);
 * ```
 */
export function averageOfMaximum({ bucketSize = 2 }: AverageOfMaximumOptions = {}): Combiner {
  requireWhole("take an average of maximum", "bucketSize", bucketSize, 1);
  return {
    name: "average_of_maximum",
    fit({ members }, { seed }) {
      const buckets: number[][] = Array.from(
        { length: Math.ceil(members.length / bucketSize) },
        () => [],
      );
      shuffled(members.length, random(seed)).forEach((member, i) =>
        buckets[i % buckets.length].push(member)
      );
      for (const bucket of buckets) bucket.sort((a, b) => a - b);
      return fromAverageOfMaximumState({ kind: "average_of_maximum", buckets });
    },
  };
}

/**
 * The fitted combiner a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const fitted = fromAverageOfMaximumState({
 *   kind: "average_of_maximum",
 *   buckets: [[0, 2], [1]],
 * });
 * assert.equal(fitted.combine(Float64Array.of(0.25, 0.5, 1)), 0.75);
 * ```
 */
export function fromAverageOfMaximumState(
  state: AverageOfMaximumState,
): FittedCombiner<AverageOfMaximumState> {
  const { buckets } = state;
  return {
    combine(scores) {
      const highest = (bucket: readonly number[]) =>
        bucket.reduce((most, member) => Math.max(most, scores[member]), 0);
      return buckets.reduce((sum, bucket) => sum + highest(bucket), 0) / buckets.length;
    },
    toOnnx(graph, scores) {
      const rows = { axes: { ints: [1] }, keepdims: { int: 1 } };
      const maxima = buckets.map((bucket) => {
        const own = graph.node("Gather", [scores, graph.int64(bucket)], { axis: { int: 1 } });
        return graph.node("ReduceMax", [own], rows);
      });
      const all = graph.node("Concat", maxima, { axis: { int: 1 } });
      return graph.node("ReduceMean", [all], rows);
    },
    toJSON: () => state,
  };
}

/** 0 … `count` − 1, every order equally likely (Fisher and Yates, as by Durstenfeld 1964). */
function shuffled(count: number, draw: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
