import assert from "node:assert/strict";
import { experimentNumber, readExperiment, requireActiveExperiment } from "./experiments.ts";
import { writePair } from "./pairs.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("readExperiment() gives the id as text, and the tags", () => {
  withDatabase((database) => {
    writePair(database, "experiment_tags", [0], { key: "a", value: "b" });
    assert.deepEqual(readExperiment(database, "0"), {
      experiment_id: "0",
      name: "Default",
      artifact_location: "mlflow-artifacts:/0",
      lifecycle_stage: "active",
      creation_time: 1,
      last_update_time: 2,
      tags: [{ key: "a", value: "b" }],
    });
  });
});

Deno.test("requireActiveExperiment() refuses a deleted experiment, which readExperiment() shows", () => {
  withDatabase((database) => {
    database.run("UPDATE experiments SET lifecycle_stage = 'deleted'");
    assert.equal(readExperiment(database, "0").lifecycle_stage, "deleted");
    assert.throws(() => requireActiveExperiment(database, "0"), {
      message: "The experiment 0 must be in the 'active' state. Current state is deleted.",
    });
  });
});

Deno.test("experimentNumber() refuses what is no id", () => {
  for (const id of ["", "1.5", "x", "1e3"]) {
    assert.throws(() => experimentNumber(id), { errorCode: "INVALID_PARAMETER_VALUE" }, id);
  }
});

Deno.test("experimentNumber() takes what Python's int() takes", () => {
  assert.deepEqual(["0", " 12 ", "-1", "+3", "1_0"].map(experimentNumber), [0, 12, -1, 3, 10]);
});
