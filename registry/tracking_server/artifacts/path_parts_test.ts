import assert from "node:assert/strict";
import fc from "fast-check";
import { artifactPathParts } from "./path_parts.ts";

Deno.test("artifactPathParts() refuses every way out of the root", () => {
  const ways = [
    "..",
    "a/../b",
    "../x",
    "/etc/passwd",
    "%2e%2e/x",
    "%252e%252e%252fx",
    "%2Fetc",
    "C:/x",
    "C%3A/x",
    "a\\b",
    "a%5Cb",
    "a#b",
    "a%00b",
  ];
  for (const way of ways) {
    assert.throws(() => artifactPathParts(way), { message: "Invalid path" }, way);
  }
});

Deno.test("artifactPathParts() keeps ordinary names, and drops empty and dot parts", () => {
  assert.deepEqual(artifactPathParts("a b/Zähler 100%.csv"), ["a b", "Zähler 100%.csv"]);
  assert.deepEqual(artifactPathParts("a//./b/"), ["a", "b"]);
  assert.deepEqual(artifactPathParts("..a/b.."), ["..a", "b.."]);
  assert.deepEqual(artifactPathParts(""), []);
});

Deno.test("artifactPathParts() refuses what is nested or long beyond reason, at once", () => {
  const nested = (codes: number) => `%${"25".repeat(codes)}2e`;
  assert.deepEqual(artifactPathParts(nested(8)), [nested(8)]);
  for (const path of [nested(9), nested(2000), nested(8_000_000), "a".repeat(4097)]) {
    assert.throws(() => artifactPathParts(path), { message: "Invalid path" });
  }
  assert.deepEqual(artifactPathParts("a".repeat(4096)), ["a".repeat(4096)]);
});

Deno.test("artifactPathParts() never gives a part that climbs", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("..", ".", "/", "%2e", "%2f", "a", "%25")), (bits) => {
      try {
        const parts = artifactPathParts(bits.join(""));
        assert.ok(parts.every((part) => part !== ".." && !part.includes("/")));
      } catch (error) {
        assert.equal((error as Error).message, "Invalid path");
      }
    }),
  );
});
