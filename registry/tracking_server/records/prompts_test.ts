import assert from "node:assert/strict";
import { isPrompt, makesPrompt, promptParts } from "./prompts.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("isPrompt() goes by the value of the tag, in any case", () => {
  withDatabase((database) => {
    for (const [name, value] of [["yes", "True"], ["no", "false"], ["odd", "1"]]) {
      database.run("INSERT INTO registered_models VALUES (?, NULL, 1, 1)", name);
      const insert = "INSERT INTO registered_model_tags VALUES (?, 'mlflow.prompt.is_prompt', ?)";
      database.run(insert, name, value);
    }
    const names = ["yes", "no", "odd"];
    assert.deepEqual(names.map((name) => isPrompt(database, name)), [true, false, false]);
  });
});

Deno.test("makesPrompt() goes by the key alone", () => {
  assert.equal(makesPrompt([{ key: "mlflow.prompt.is_prompt", value: "false" }]), true);
  assert.equal(makesPrompt([{ key: "prompt", value: "true" }]), false);
});

Deno.test("promptParts() leaves MLflow's own tags out", () => {
  const tags = [
    { key: "mlflow.prompt.is_prompt", value: "true" },
    { key: "_mlflow_prompt_type", value: "text" },
    { key: "team", value: "energy" },
  ];
  assert.deepEqual(promptParts(tags), { template: null, tags: { team: "energy" } });
});
