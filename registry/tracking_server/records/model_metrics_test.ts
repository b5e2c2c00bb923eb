import assert from "node:assert/strict";
import { type ModelMetricRecord, readModelMetrics, writeModelMetric } from "./model_metrics.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("writeModelMetric() keeps all that is measured, and a repeat once", () => {
  withDatabase((database) => {
    database.run(
      `INSERT INTO logged_models
       VALUES ('m-1', 0, 'a', '', 'r', 'LOGGED_MODEL_READY', 'uri', 3, 4, 'active')`,
    );
    const auc = { key: "auc", model_id: "m-1", run_id: "r", step: 0 };
    const metrics: ModelMetricRecord[] = [
      { ...auc, value: 0.9, timestamp: 1, dataset_name: "test", dataset_digest: "d1" },
      { ...auc, value: NaN, timestamp: 2 },
      { ...auc, value: 0.7, timestamp: 3, dataset_name: "test" },
      { ...auc, value: 0.8, timestamp: 3 },
      { ...auc, key: "loss", value: Number.MAX_VALUE, timestamp: 0, step: 2n ** 60n },
    ];
    for (const metric of [...metrics, ...metrics]) writeModelMetric(database, metric);
    assert.deepEqual(readModelMetrics(database, "m-1"), metrics);
    writeModelMetric(database, { ...metrics[4], value: Infinity });
    assert.deepEqual(readModelMetrics(database, "m-1"), metrics);
  });
});

Deno.test("writeModelMetric() needs the model and the run", () => {
  withDatabase((database) => {
    const metric = { key: "auc", value: 1, timestamp: 1, step: 0, run_id: "r" };
    assert.throws(
      () => writeModelMetric(database, { ...metric, model_id: "none" }),
      /FOREIGN KEY constraint failed/,
    );
  });
});
