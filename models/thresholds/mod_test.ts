import assert from "node:assert/strict";
import { thresholds } from "./mod.ts";

const rows = {
  meterIds: ["a", "a", "a", "a"],
  ts: Float64Array.of(0, 1, 2, 3),
  intervalMs: 1,
  scores: Float64Array.of(0.1, 0.2, 0.3, 0.4),
  labels: Uint8Array.of(0, 0, 0, 1),
};

Deno.test("thresholds lists every rule under the name it signs with", () => {
  const signed = {
    quantile: thresholds.quantile(rows.scores, 0.25).rule,
    alert_rate: thresholds.alert_rate(rows, 1).rule,
    f_beta: thresholds.f_beta(rows, 1).rule,
    alarm_f_beta: thresholds.alarm_f_beta(rows, { beta: 1, alarms: {} }).rule,
    mad: thresholds.mad(rows.scores, 1).rule,
  };
  assert.deepEqual(Object.keys(thresholds), Object.keys(signed));
  for (const [key, rule] of Object.entries(signed)) assert.equal(rule, key);
});
