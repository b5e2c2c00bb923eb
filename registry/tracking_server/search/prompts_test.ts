import assert from "node:assert/strict";
import { promptSearch } from "./prompts.ts";

Deno.test("promptSearch() lets prompts through when they are asked for", () => {
  const tag = { type: "tag", key: "mlflow.prompt.is_prompt" } as const;
  const condition = (comparator: string, value: string) =>
    promptSearch([{ ...tag, comparator, value }], "model_version_tags", "v.name").condition;
  assert.equal(condition("=", "True"), "TRUE");
  assert.equal(condition("!=", "false"), "TRUE");
  const without = promptSearch([], "model_version_tags", "v.name").condition;
  assert.match(without, /^v\.name NOT IN \(SELECT name FROM model_version_tags WHERE key = /);
  assert.equal(condition("!=", "true"), without);
});
