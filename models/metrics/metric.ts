/** The contract of the metrics: how good scores and labels are against the truth. */

import type { TrueRows } from "./true_events.ts";

/** Scored rows and the truth about them, as columns of one length in any order. */
export interface EvaluationRows extends TrueRows {
  /** Higher = more anomalous; never NaN. */
  readonly scores: Float32Array | Float64Array;
  /** What was reported, by score and threshold: 1 = anomalous, else 0. */
  readonly predicted: Uint8Array;
}

/** What a figure counts; a share lies in [0, 1]. */
export type MetricUnit = "share" | "hours" | "alerts per meter and week";

/** A figure of how good scores and labels are. The order of the rows has no influence. */
export interface Metric {
  /** The name under which the figure is logged. */
  readonly name: string;
  readonly unit: MetricUnit;
  /** Which figure is the better one; `"neither"` where it says what something costs. */
  readonly better: "higher" | "lower" | "neither";
  /**
   * Judges rows against the truth. `NaN` where nothing was reported that the figure is about.
   *
   * @throws {RangeError} When the truth leaves nothing to judge, such as no anomalous row.
   */
  compute(rows: EvaluationRows): number;
}
