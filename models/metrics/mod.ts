/** The metrics: one line each. */

import { averagePrecisionMetric } from "./average_precision.ts";
import { eventF1Metric } from "./event_f1.ts";
import { eventPrecisionMetric } from "./event_precision.ts";
import { eventRecallMetric } from "./event_recall.ts";
import { rocAucMetric } from "./roc_auc.ts";

/** Every metric, by its name. */
export const metrics = {
  roc_auc: rocAucMetric,
  average_precision: averagePrecisionMetric,
  event_precision: eventPrecisionMetric,
  event_recall: eventRecallMetric,
  event_f1: eventF1Metric,
} as const;

/** The name of a metric. */
export type MetricName = keyof typeof metrics;
