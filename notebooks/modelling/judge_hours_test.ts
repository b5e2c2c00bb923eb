import assert from "node:assert/strict";
import { detectors, rocAuc } from "../../models/mod.ts";
import { evaluationData } from "../../pipelines/evaluation/evaluation_data_fixture.ts";
import { getRun } from "../../registry/mod.ts";
import { judgeHours } from "./judge_hours.ts";
import { silent, withHostel } from "./labelled_home_fixture.ts";

Deno.test("judgeHours() gives the hours from which its figures follow, and logs them", async () => {
  await withHostel(1, async (context) => {
    const judged = await judgeHours(context, evaluationData(), {
      detectors: [detectors.iqr()],
      seed: 1,
      threshold: { rule: "quantile", contamination: 0.01 },
    }, silent);
    const iqr = judged.scorers.objects().find(({ scorer }) => scorer === "iqr")!;
    const hours = judged.hours("iqr");
    const labels = Uint8Array.from(hours.numbers("label"));
    // One meter tests, so that the mean over meters is its own.
    assert.equal(new Set(hours.texts("meter_id")).size, 1);
    assert.ok(Math.abs(rocAuc(labels, hours.numbers("score")) - iqr.roc_auc) < 1e-9);
    const kinds = new Map(judged.scorers.objects().map(({ scorer, kind }) => [scorer, kind]));
    assert.deepEqual([kinds.get("iqr"), kinds.get("random")], ["detector", "floor"]);
    const { metrics, status } = await getRun(context.registry, judged.runId);
    assert.equal(status, "FINISHED");
    assert.equal(metrics["iqr.roc_auc"], iqr.roc_auc);
    assert.throws(() => judged.hours("nobody"), /^RangeError: Cannot find the hours of "nobody"/);
  });
});
