/** An evaluation as MLflow metrics. */
import type { Evaluation, Figures } from "./evaluate.ts";

/**
 * Metric names and values: `<scorer>.<figure>` for members, floors and `ensemble`. A figure that
 * has no value is left out.
 *
 * @param parityMaxAbsDiff Largest difference between the ONNX model and its detectors.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { EVALUATION } from "./evaluation_fixture.ts";
 * const metrics = Object.fromEntries(evaluationMetrics(EVALUATION, 0));
 * assert.equal(metrics["ensemble.roc_auc"], EVALUATION.ensemble.roc_auc);
 * ```
 */
export function evaluationMetrics(
  evaluation: Evaluation,
  parityMaxAbsDiff: number,
): [key: string, value: number][] {
  const scorers: Record<string, Figures> = {
    ...evaluation.floors,
    ...evaluation.detectors,
    ensemble: evaluation.ensemble,
  };
  return [
    ...Object.entries(scorers).flatMap(([name, figures]) =>
      Object.entries(figures).flatMap(([figure, value]): [string, number][] =>
        value === null ? [] : [[`${name}.${figure}`, value]]
      )
    ),
    ["parity_max_abs_diff", parityMaxAbsDiff],
  ];
}
