import assert from "node:assert/strict";
import { EVALUATION } from "./evaluation_fixture.ts";
import { evaluationMetrics } from "./evaluation_metrics.ts";

Deno.test("evaluationMetrics() names every figure that has a value of every scorer, and the parity", () => {
  const metrics = Object.fromEntries(evaluationMetrics(EVALUATION, 3e-8));
  assert.equal(Object.keys(metrics).length, 3 * 9 + 1);
  assert.equal(metrics["ensemble.roc_auc"], 0.5);
  assert.equal(metrics["iqr.threshold"], 0.5);
  assert.equal(metrics["random.event_recall"], 0.125);
  assert.equal(metrics["parity_max_abs_diff"], 3e-8);
});
