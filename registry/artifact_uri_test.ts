import assert from "node:assert/strict";
import { proxiedPath } from "./artifact_uri.ts";

Deno.test("proxiedPath() drops scheme and host, and knows no other scheme", () => {
  assert.equal(proxiedPath("mlflow-artifacts:/0"), "0");
  assert.equal(proxiedPath("mlflow-artifacts://host:5000/0/r"), "0/r");
  assert.equal(proxiedPath("mlflow-artifacts:/"), "");
  for (
    const uri of ["", "0/r", "file:///0", "s3://bucket/mlflow-artifacts:/0", "mlflow-artifacts:0"]
  ) {
    assert.equal(proxiedPath(uri), undefined, uri);
  }
});
