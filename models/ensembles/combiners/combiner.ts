/** The contract of the combiners: how the members of an ensemble come to one score. */

import type { OnnxGraph } from "../../onnx/graph.ts";

/** Calibrated scores of held-out rows, from which a combiner may learn. */
export interface MemberScores {
  /** Names of the members, in the order of the scores of a row. */
  readonly members: readonly string[];
  readonly rows: number;
  /** `rows × members.length` scores in [0, 1], row-major. */
  readonly values: Float64Array;
}

/** What the fit of a combiner may know beside the scores. */
export interface CombinerContext {
  /** Seed of all chance in the fit: same scores, same seed, same state. */
  readonly seed: number;
  /** One 0 or 1 per row; only supervised combiners read them. */
  readonly labels?: Uint8Array;
  /** Stops a fit that promises its result between two of its steps. */
  readonly signal?: AbortSignal;
}

/**
 * A way to make one score of several. Whoever fits it hands the rows over in an order that depends
 * on what they hold alone, so a combiner may sum and draw over them as they come.
 */
export interface Combiner {
  /** Snake-case name, unique among the combiners. */
  readonly name: string;
  /** Whether a fit reads `labels`; without them such a fit throws a RangeError. */
  readonly supervised?: boolean;
  /**
   * Learns what it has to learn of held-out rows.
   *
   * @throws {RangeError} When it cannot combine these members, or not by these labels.
   */
  fit(
    scores: MemberScores,
    context: CombinerContext,
  ): FittedCombiner | Promise<FittedCombiner>;
}

/**
 * A combiner that knows its members. The score lies in [0, 1] and never falls when a member's
 * score rises.
 *
 * @typeParam State Plain JSON data from which the combiner can be restored.
 */
export interface FittedCombiner<State = unknown> {
  /** The score of one row of member scores, none of them missing. */
  combine(scores: Float64Array): number;
  /**
   * Adds the same arithmetic to a graph.
   *
   * @param scores Name of a double [N, M] tensor, the calibrated member scores.
   * @returns Name of a double [N, 1] tensor.
   */
  toOnnx(graph: OnnxGraph, scores: string): string;
  toJSON(): State;
}
