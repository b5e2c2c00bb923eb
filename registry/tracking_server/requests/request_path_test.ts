import assert from "node:assert/strict";
import { pathReader } from "./request_path.ts";

function read(prefix: string, path: string): string {
  return pathReader(prefix)(new Request(`http://127.0.0.1${path}`));
}

Deno.test("pathReader() reads many slashes as one and keeps percent codes", () => {
  assert.equal(read("", "//api///2.0//mlflow/x"), "/api/2.0/mlflow/x");
  assert.equal(read("", "/a%2F%2Fb"), "/a%2F%2Fb");
  assert.equal(read("", "/"), "/");
  assert.equal(read("", "/api/2.0mlflow/x"), "/api/2.0/mlflow/x");
});

Deno.test("pathReader() takes off the prefix, and nothing that only begins like it", () => {
  assert.equal(read("/a/b", "/a/b/health"), "/health");
  assert.equal(read("/a/b", "//a//b//health"), "/health");
  assert.equal(read("/a/b", "/a/b"), "/");
  assert.equal(read("/a/b", "/a/bc/health"), "");
  assert.equal(read("/a/b", "/health"), "");
});
