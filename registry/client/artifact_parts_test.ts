import assert from "node:assert/strict";
import { artifactParts } from "./artifact_parts.ts";

Deno.test("artifactParts() refuses every path that leaves the root, and every dot", () => {
  for (
    const path of ["..", ".", "../x", "/etc/passwd", "a/../../x", "a/./b", "a\\b", "a/..", "//a"]
  ) {
    assert.throws(() => artifactParts(path), {
      name: "RangeError",
      message: `Cannot use an artifact path: expected one that stays below its root, got "${path}"`,
    });
  }
});

Deno.test("artifactParts() keeps odd names and drops empty parts", () => {
  assert.deepEqual(artifactParts(""), []);
  assert.deepEqual(artifactParts("a//b/"), ["a", "b"]);
  assert.deepEqual(artifactParts("..a/b../%2e%2e"), ["..a", "b..", "%2e%2e"]);
});
