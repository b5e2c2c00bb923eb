/** A small evaluation for tests, its figures told by hand. */
import type { Evaluation, Figures } from "./evaluate.ts";

/** Figures that all have one value, without a delay; the threshold is twice as high. */
function figures(value: number): Figures {
  return { ...metricFigures(value), threshold: 2 * value };
}

function metricFigures(value: number) {
  return {
    roc_auc: value,
    average_precision: value,
    vus_roc: value,
    vus_pr: value,
    event_precision: value,
    event_recall: value,
    event_f1: value,
    detection_delay_h: null,
    alerts_per_meter_week: value,
  };
}

/** One detector, one floor and the ensemble on two meters. */
export const EVALUATION: Evaluation = {
  labels: "told by hand",
  threshold_rule: "was drawn by hand",
  data_digest: "da7a".repeat(16),
  rows: 100,
  anomalous_rows: 7,
  meters: ["a", "b"],
  meters_left_out: ["dead"],
  faults: { spike: 2, zero: 1 },
  detectors: { iqr: figures(0.25) },
  floors: { random: figures(0.125) },
  ensemble: figures(0.5),
  by_meter: { a: metricFigures(0.75), b: metricFigures(0.25) },
};
