import assert from "node:assert/strict";
import { ruleMessages } from "./rule_messages.ts";
import { tellingNames } from "./telling_names.ts";

Deno.test("tellingNames refuses an empty word in a file or folder name", () => {
  for (
    const [path, word] of [
      ["data/utils.ts", "utils"],
      ["data/helpers/gaps.ts", "helpers"],
      ["registry/run_manager_test.ts", "manager"],
    ]
  ) {
    assert.deepEqual(ruleMessages(tellingNames, path, "export {};"), [
      `Cannot name a file "${path}" as "${word}" does not tell its idea`,
    ]);
  }
});

Deno.test("tellingNames lets a word inside another pass", () => {
  assert.deepEqual(ruleMessages(tellingNames, "models/baseline_score.ts", "export {};"), []);
});
