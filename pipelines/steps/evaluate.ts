/** Figures of every scorer on labelled rows, with thresholds from other meters. */
import { type MetricName, metrics } from "../../models/mod.ts";
import { type FiguresByMeter, figuresByMeter } from "./figures_by_meter.ts";
import type { InjectedRows } from "./injected_features.ts";
import { judgedDigest } from "./judged_digest.ts";
import type { NamedScores } from "./score_rows.ts";
import { choiceText, chooseThreshold, type ThresholdChoice } from "./threshold_choice.ts";
import type { ValidationScores } from "./train_model.ts";

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
  /** How the thresholds were chosen, in words. */
  readonly threshold_rule: string;
  /** Digest of the judged rows: figures of two models can be compared where it is the same. */
  readonly data_digest: string;
  readonly rows: number;
  readonly anomalous_rows: number;
  readonly meters: readonly string[];
  /** Test meters that could not carry faults. */
  readonly meters_left_out: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  readonly detectors: Readonly<Record<string, Figures>>;
  readonly floors: Readonly<Record<string, Figures>>;
  readonly ensemble: Figures;
  /** Figures of the ensemble on each meter. */
  readonly by_meter: FiguresByMeter;
}

/** How thresholds are chosen, and what the rows lack. */
export interface EvaluationOptions {
  readonly threshold: ThresholdChoice;
  /** Test meters that have no rows as they could not carry faults. */
  readonly leftOut: readonly string[];
}

/**
 * Evaluates scorers on test rows; each threshold is chosen by one rule from that scorer's scores on
 * rows of the validation meters.
 *
 * @param test Scores on `rows`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../models/mod.ts";
 * const scores = { ensemble: Float32Array.of(0.1, 0.9), members: {}, floors: {} };
 * const hours = { meterIds: ["a", "a"], ts: Float64Array.of(0, 3_600_000) };
 * const labels = Uint8Array.of(0, 1);
 * const sides = { usual: hours, labelled: { ...hours, labels } };
 * const { ensemble } = evaluate({ sides, usual: scores, labelled: scores }, scores, {
 *   ...hours,
 *   x: matrix(["hour"], [0, 1]),
 *   kwh: Float64Array.of(1, 9),
 *   expectedKwh: Float64Array.of(1, 1),
 *   label: labels,
 *   fault: Int32Array.of(-1, 0),
 *   faults: { spike: 1 },
 * }, { threshold: { rule: "f_beta", beta: 1 }, leftOut: [] });
 * assert.deepEqual([ensemble.roc_auc, ensemble.event_f1], [1, 1]);
 * ```
 */
export function evaluate(
  { sides, usual, labelled }: ValidationScores,
  test: NamedScores,
  rows: InjectedRows,
  { threshold: choice, leftOut }: EvaluationOptions,
): Evaluation {
  type Scores = (scores: NamedScores) => Float32Array | Float64Array;
  const judge = (of: Scores) => {
    const { value: threshold } = chooseThreshold(choice, sides, {
      usual: Float64Array.from(of(usual)),
      labelled: Float64Array.from(of(labelled)),
    });
    const scores = of(test);
    const judged = {
      meterIds: rows.meterIds,
      ts: rows.ts,
      labels: rows.label,
      events: rows.fault,
      scores,
      predicted: Uint8Array.from(scores, (score) => score >= threshold ? 1 : 0),
    };
    return { threshold, judged };
  };
  const figures = (of: Scores): Figures => {
    const { threshold, judged } = judge(of);
    const figures = Object.entries(metrics).map(([name, { compute }]) => {
      const value = compute(judged);
      // JSON has no NaN.
      return [name, Number.isNaN(value) ? null : value];
    });
    return Object.fromEntries([...figures, ["threshold", threshold]]) as Figures;
  };
  const each = (kind: "members" | "floors") =>
    Object.fromEntries(
      Object.keys(test[kind]).map((name) => [name, figures((scores) => scores[kind][name])]),
    );
  return {
    labels: "faults injected on top of the series of the test meters; " +
      "hours in which the quality checks had found one before are left out, other anomalies that " +
      "were there count as usual; a fault is one event",
    threshold_rule: choiceText(choice),
    data_digest: judgedDigest(rows),
    rows: rows.x.rows,
    anomalous_rows: rows.label.reduce((sum, label) => sum + label, 0),
    meters: [...new Set(rows.meterIds)],
    meters_left_out: leftOut,
    faults: rows.faults,
    detectors: each("members"),
    floors: each("floors"),
    ensemble: figures(({ ensemble }) => ensemble),
    by_meter: figuresByMeter(judge(({ ensemble }) => ensemble).judged),
  };
}
