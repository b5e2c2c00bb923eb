/** The metrics: one line each. */

import { alertsPerMeterWeekMetric } from "./alerts_per_meter_week.ts";
import { averagePrecisionMetric } from "./average_precision.ts";
import { detectionDelayMetric } from "./detection_delay.ts";
import { eventF1Metric } from "./event_f1.ts";
import { eventPrecisionMetric } from "./event_precision.ts";
import { eventRecallMetric } from "./event_recall.ts";
import { rocAucMetric } from "./roc_auc.ts";
import { vusPrMetric } from "./vus_pr.ts";
import { vusRocMetric } from "./vus_roc.ts";

/** Every metric, by its name. */
export const metrics = {
  roc_auc: rocAucMetric,
  average_precision: averagePrecisionMetric,
  vus_roc: vusRocMetric,
  vus_pr: vusPrMetric,
  event_precision: eventPrecisionMetric,
  event_recall: eventRecallMetric,
  event_f1: eventF1Metric,
  detection_delay_h: detectionDelayMetric,
  alerts_per_meter_week: alertsPerMeterWeekMetric,
} as const;

/** The name of a metric. */
export type MetricName = keyof typeof metrics;
