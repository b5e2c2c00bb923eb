import assert from "node:assert/strict";
import { longestKey, requireKey } from "./key_rules.ts";

Deno.test("requireKey() takes letters of any script, digits and MLflow's signs", () => {
  for (const key of ["a", "val/roc_auc", "a.b-c d:e", "größe", "x".repeat(longestKey)]) {
    assert.equal(requireKey("metric", key), key);
  }
});

Deno.test("requireKey() refuses other signs and what is no plain relative path", () => {
  for (const key of ["", "a?b", "a\n", "..", ".", "/a", "a//b", "a/./b", "a/", "../a"]) {
    assert.throws(() => requireKey("param", key), /^TrackingError: Invalid value/, key);
  }
});

Deno.test("requireKey() refuses a key that is too long", () => {
  assert.throws(() => requireKey("tag", "x".repeat(251)), {
    message: "'key' exceeds the maximum length of 250 characters: current value is 251",
  });
});
