import assert from "node:assert/strict";
import { longestKey, requireKey, requireTag } from "./key_rules.ts";

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

Deno.test("requireTag() refuses what no key may be, and a value that is too long", () => {
  const tag = { key: "k", value: "xy" };
  assert.equal(requireTag(tag, 2), tag);
  assert.throws(() => requireTag({ key: "../k", value: "" }, 2), /Invalid value "..\/k" for tag/);
  assert.throws(() => requireTag({ key: "k", value: "xyz" }, 2), /'value' exceeds the maximum/);
});
