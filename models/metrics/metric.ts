/** The contract of the metrics: how good scores and labels are against the truth. */

/** Scored rows and the truth about them, as columns of one length in any order. */
export interface EvaluationRows {
  readonly meterIds: readonly string[];
  /** Start of each row's interval, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  /** Length of an interval in milliseconds. @default {3_600_000} */
  readonly intervalMs?: number;
  /** The truth: 1 = anomalous, else 0. */
  readonly labels: Uint8Array;
  /** Higher = more anomalous; never NaN. */
  readonly scores: Float32Array | Float64Array;
  /** What was reported, by score and threshold: 1 = anomalous, else 0. */
  readonly predicted: Uint8Array;
}

/** A figure from 0 (worst) to 1 (best). The order of the rows has no influence. */
export interface Metric {
  /** The name under which the figure is logged. */
  readonly name: string;
  /**
   * Judges rows against the truth.
   *
   * @throws {RangeError} When the truth leaves nothing to judge, such as no anomalous row.
   */
  compute(rows: EvaluationRows): number;
}
