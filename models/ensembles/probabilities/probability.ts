/** The contract of the maps from an ensemble's score to the chance of an anomaly. */

import type { OnnxGraph } from "../../onnx/graph.ts";

/** A way to learn what chance a score stands for. */
export interface Probability {
  /** Snake-case name, unique among these maps. */
  readonly name: string;
  /**
   * Learns the map of labelled rows; their order has no influence.
   *
   * @param scores In [0, 1], at least one.
   * @param labels One 0 or 1 per score.
   * @throws {RangeError} When a class is absent, or the anomalous rows do not score higher.
   */
  fit(scores: Float64Array, labels: Uint8Array): ProbabilityMap;
}

/**
 * A fitted map: it lies in [0, 1] and never falls when the score rises, so no row overtakes another.
 * The chance is that of rows like the labelled ones: where anomalies are rarer, it is too high.
 *
 * @typeParam State Plain JSON data from which the map can be restored.
 */
export interface ProbabilityMap<State = unknown> {
  /** The chance that a row of this score is anomalous. */
  probability(score: number): number;
  /**
   * Adds the same arithmetic to a graph.
   *
   * @param scores Name of a double [N, 1] tensor.
   * @returns Name of a double [N, 1] tensor.
   */
  toOnnx(graph: OnnxGraph, scores: string): string;
  toJSON(): State;
}
