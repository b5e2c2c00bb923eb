import assert from "node:assert/strict";
import { writeMetrics } from "./metrics.ts";
import { writePair } from "./pairs.ts";
import { withDatabase } from "./records_fixture.ts";
import { readActiveRun, readRun, readRunInfo } from "./runs.ts";

Deno.test("readRun() joins a run's facts with what it logged, leaving out what is empty", () => {
  withDatabase((database) => {
    writeMetrics(database, "r", [{ key: "m", value: 0.5, timestamp: 1, step: 0 }]);
    writePair(database, "params", ["r"], { key: "p", value: "1" });
    assert.deepEqual(readRun(database, "r"), {
      info: {
        run_id: "r",
        run_uuid: "r",
        run_name: "nightly",
        experiment_id: "0",
        user_id: "me",
        status: "RUNNING",
        start_time: 5,
        end_time: undefined,
        artifact_uri: "mlflow-artifacts:/0/r/artifacts",
        lifecycle_stage: "active",
      },
      data: {
        metrics: [{ key: "m", value: 0.5, timestamp: 1, step: 0 }],
        params: [{ key: "p", value: "1" }],
        tags: undefined,
      },
      inputs: { dataset_inputs: undefined, model_inputs: undefined },
      outputs: { model_outputs: undefined },
    });
  });
});

Deno.test("readActiveRun() refuses a deleted run, which readRunInfo() shows", () => {
  withDatabase((database) => {
    database.run("UPDATE runs SET lifecycle_stage = 'deleted'");
    assert.equal(readRunInfo(database, "r").lifecycle_stage, "deleted");
    assert.throws(() => readActiveRun(database, "r"), {
      message: "The run r must be in the 'active' state. Current state is deleted.",
    });
    assert.throws(() => readActiveRun(database, "x"), { message: "Run with id=x not found" });
  });
});
