import assert from "node:assert/strict";
import { readLoggedModel } from "./logged_models.ts";
import { writeModelMetric } from "./model_metrics.ts";
import { writePair } from "./pairs.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("readLoggedModel() joins all that was logged, and does not show a deleted model", () => {
  withDatabase((database) => {
    database.run(
      `INSERT INTO logged_models
       VALUES ('m-1', 0, 'a', 'ensemble', 'r', 'LOGGED_MODEL_READY', 'uri', 3, 4, 'active')`,
    );
    writePair(database, "logged_model_tags", ["m-1"], { key: "t", value: "1" });
    writePair(database, "logged_model_params", ["m-1"], { key: "p", value: "2" });
    const metric = { key: "auc", value: 0.9, timestamp: 5, step: 0, model_id: "m-1", run_id: "r" };
    writeModelMetric(database, metric);
    assert.deepEqual(readLoggedModel(database, "m-1"), {
      info: {
        model_id: "m-1",
        experiment_id: "0",
        name: "a",
        model_type: "ensemble",
        source_run_id: "r",
        status: "LOGGED_MODEL_READY",
        artifact_uri: "uri",
        creation_timestamp_ms: 3,
        last_updated_timestamp_ms: 4,
        tags: [{ key: "t", value: "1" }],
      },
      data: { params: [{ key: "p", value: "2" }], metrics: [metric] },
    });
    database.run("UPDATE logged_models SET lifecycle_stage = 'deleted'");
    assert.throws(() => readLoggedModel(database, "m-1"), {
      message: "Logged model with ID 'm-1' not found.",
    });
  });
});
