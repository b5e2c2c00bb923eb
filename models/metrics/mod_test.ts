import assert from "node:assert/strict";
import { metrics } from "./mod.ts";

Deno.test("metrics lists every metric under its name", () => {
  assert.deepEqual(Object.keys(metrics), [
    "roc_auc",
    "average_precision",
    "vus_roc",
    "vus_pr",
    "event_precision",
    "event_recall",
    "event_f1",
    "detection_delay_h",
    "alerts_per_meter_week",
  ]);
  for (const [key, metric] of Object.entries(metrics)) assert.equal(metric.name, key);
});
