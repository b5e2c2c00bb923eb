import assert from "node:assert/strict";
import {
  cut,
  longestKey,
  requireDistinctKeys,
  requireKey,
  requireLength,
  requirePlainPath,
  requireTag,
} from "./key_rules.ts";

// Messages as MLflow 3.11's validation.py raises them.

Deno.test("requireKey() takes letters of any script, digits and MLflow's signs", () => {
  for (const key of ["a", "val/roc_auc", "a.b-c d:e", "größe", "日本", "a\u00b2"]) {
    assert.equal(requireKey(key), key);
  }
  assert.equal(requireKey("x".repeat(longestKey)).length, 250);
});

Deno.test("requireKey() refuses other signs", () => {
  for (const key of ["a?b", "a\nb", "a\\b", "a%"]) {
    assert.throws(() => requireKey(key, "params[0].key"), {
      message: `Invalid value ${
        JSON.stringify(key)
      } for parameter 'params[0].key' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).`,
    });
  }
});

Deno.test("requirePlainPath() says where a name would lead", () => {
  for (
    const [name, plain] of [
      ["", "."],
      [".", "."],
      ["..", ".."],
      ["../a", "../a"],
      ["/a", "/a"],
      ["//a", "//a"],
      ["///a", "/a"],
      ["a//b", "a/b"],
      ["a/./b", "a/b"],
      ["a/", "a"],
      ["a/..", "."],
    ]
  ) {
    assert.throws(() => requirePlainPath(name, "name"), {
      message:
        `Invalid value "${name}" for parameter 'name' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '${plain}'`,
    });
  }
});

Deno.test("requireTag() refuses what no key may be, and what is too long", () => {
  const tag = { key: "k", value: "xy" };
  assert.equal(requireTag(tag, 2), tag);
  assert.throws(() => requireTag({ key: "../k", value: "" }, 2), /^TrackingError: Invalid value/);
  assert.throws(() => requireTag({ key: "k".repeat(251), value: "" }, 2), {
    message: "'key' exceeds the maximum length of 250 characters",
  });
  assert.throws(() => requireTag({ key: "k", value: "xyz" }, 2), {
    message: "'value' exceeds the maximum length of 2 characters",
  });
});

Deno.test("requireLength() and cut() count code points, as Python does", () => {
  requireLength("key", "🙂".repeat(3), 3);
  assert.throws(() => requireLength("key", "🙂".repeat(4), 3), /maximum length of 3/);
  assert.equal(cut("a🙂b", 2), "a🙂");
  assert.equal(cut("ab", 2), "ab");
});

Deno.test("requireDistinctKeys() takes keys once", () => {
  const pairs = ["a", "b"].map((key) => ({ key }));
  requireDistinctKeys(pairs, "create");
  assert.throws(() => requireDistinctKeys([...pairs, { key: "b" }], "create"), /got 'b' again/);
});
