/** Figures of every scorer on labelled rows, with thresholds from other meters. */
import { type MetricName, metrics, quantileThreshold } from "../../models/mod.ts";
import type { InjectedRows } from "./injected_features.ts";
import type { NamedScores } from "./score_rows.ts";

/**
 * How well one scorer tells faults from usual hours: every metric, and the threshold it had. There
 * is no delay where no fault was noticed.
 */
export type Figures =
  & Readonly<Record<Exclude<MetricName, "detection_delay_h"> | "threshold", number>>
  & { readonly detection_delay_h: number | null };

/** An evaluation with all that is needed to read it. */
export interface Evaluation {
  readonly labels: string;
  readonly contamination: number;
  readonly rows: number;
  readonly anomalous_rows: number;
  readonly meters: readonly string[];
  /** Test meters that could not carry faults. */
  readonly meters_left_out: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  readonly detectors: Readonly<Record<string, Figures>>;
  readonly floors: Readonly<Record<string, Figures>>;
  readonly ensemble: Figures;
}

/** How thresholds are chosen, and what the rows lack. */
export interface EvaluationOptions {
  /** Share of the validation rows that a threshold marks. */
  readonly contamination: number;
  /** Test meters that have no rows as they could not carry faults. */
  readonly leftOut: readonly string[];
}

/**
 * Evaluates scorers on test rows; each threshold is the quantile of that scorer's scores on
 * validation rows that marks the share `contamination` of them.
 *
 * @param validation Scores on rows of the validation meters, without labels.
 * @param test Scores on `rows`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../models/mod.ts";
 * const scores = { ensemble: Float32Array.of(0.1, 0.9), members: {}, floors: {} };
 * const { ensemble } = evaluate(scores, scores, {
 *   x: matrix(["hour"], [0, 1]),
 *   meterIds: ["a", "a"],
 *   ts: Float64Array.of(0, 3_600_000),
 *   kwh: Float64Array.of(1, 9),
 *   expectedKwh: Float64Array.of(1, 1),
 *   label: Uint8Array.of(0, 1),
 *   faults: { spike: 1 },
 * }, { contamination: 0.5, leftOut: [] });
 * assert.deepEqual([ensemble.roc_auc, ensemble.event_f1], [1, 1]);
 * ```
 */
export function evaluate(
  validation: NamedScores,
  test: NamedScores,
  rows: InjectedRows,
  { contamination, leftOut }: EvaluationOptions,
): Evaluation {
  const figures = (chosenOn: ArrayLike<number>, scores: Float32Array | Float64Array): Figures => {
    const threshold = quantileThreshold(Float64Array.from(chosenOn), contamination).value;
    const judged = {
      meterIds: rows.meterIds,
      ts: rows.ts,
      labels: rows.label,
      scores,
      predicted: Uint8Array.from(scores, (score) => score >= threshold ? 1 : 0),
    };
    const figures = Object.entries(metrics).map(([name, { compute }]) => {
      const value = compute(judged);
      // JSON has no NaN.
      return [name, Number.isNaN(value) ? null : value];
    });
    return Object.fromEntries([...figures, ["threshold", threshold]]) as Figures;
  };
  const each = (
    chosenOn: Readonly<Record<string, ArrayLike<number>>>,
    scores: Readonly<Record<string, Float32Array | Float64Array>>,
  ) =>
    Object.fromEntries(
      Object.entries(scores).map(([name, values]) => [name, figures(chosenOn[name], values)]),
    );
  return {
    labels: "faults injected on top of the series of the test meters; " +
      "hours in which the quality checks had found one before are left out, other anomalies that " +
      "were there count as usual",
    contamination,
    rows: rows.x.rows,
    anomalous_rows: rows.label.reduce((sum, label) => sum + label, 0),
    meters: [...new Set(rows.meterIds)],
    meters_left_out: leftOut,
    faults: rows.faults,
    detectors: each(validation.members, test.members),
    floors: each(validation.floors, test.floors),
    ensemble: figures(validation.ensemble, test.ensemble),
  };
}
