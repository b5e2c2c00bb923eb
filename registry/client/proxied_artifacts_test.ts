import assert from "node:assert/strict";
import { proxiedFile, proxiedParts } from "./proxied_artifacts.ts";

Deno.test("proxiedFile() encodes every part by itself", () => {
  assert.equal(
    proxiedFile("mlflow-artifacts:/0/r", "a b/50%#?.svg"),
    "api/2.0/mlflow-artifacts/artifacts/0/r/a%20b/50%25%23%3F.svg",
  );
});

Deno.test("proxiedParts() refuses URIs of other stores and paths that leave", () => {
  assert.throws(() => proxiedParts("s3://bucket/a", "b"), {
    name: "TypeError",
    message:
      'Cannot reach artifacts: expected mlflow-artifacts:/, file:/// or a path, got "s3://bucket/a"',
  });
  assert.throws(() => proxiedParts("mlflow-artifacts:/0/r", "../x"), RangeError);
  assert.throws(() => proxiedParts("mlflow-artifacts:/0/../r", ""), RangeError);
});
