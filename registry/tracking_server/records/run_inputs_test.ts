import assert from "node:assert/strict";
import { withDatabase } from "./records_fixture.ts";
import { readRunInputs, readRunOutputs, writeRunInput } from "./run_inputs.ts";

Deno.test("writeRunInput() keeps a data set once, with the tags that it came with", () => {
  withDatabase((database) => {
    const run = { run_id: "r", experiment_id: "0" };
    const dataset = { name: "a", digest: "d", source_type: "local", source: "{}", schema: "[]" };
    for (const value of ["training", "evaluation"]) {
      const tags = [{ key: "mlflow.data.context", value }];
      writeRunInput(database, run, { dataset, tags });
    }
    assert.deepEqual(readRunInputs(database, "r"), {
      dataset_inputs: [{ tags: [{ key: "mlflow.data.context", value: "training" }], dataset }],
      model_inputs: undefined,
    });
    assert.deepEqual(database.first("SELECT COUNT(*) AS n FROM datasets"), { n: 1 });
  });
});

Deno.test("readRunOutputs() is by id", () => {
  withDatabase((database) => {
    database.run("INSERT INTO run_model_outputs VALUES ('r', 'm-1', 2), ('r', 'm-2', 1)");
    assert.deepEqual(readRunOutputs(database, "r"), {
      model_outputs: [{ model_id: "m-1", step: 2 }, { model_id: "m-2", step: 1 }],
    });
  });
});
