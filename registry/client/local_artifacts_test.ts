import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { localArtifacts } from "./local_artifacts.ts";

Deno.test("localArtifacts() is for file URIs only", () => {
  assert.equal(localArtifacts("mlflow-artifacts:/0"), undefined);
  assert.equal(localArtifacts("s3://bucket"), undefined);
});

Deno.test("localArtifacts() refuses paths that leave the directory", async () => {
  const files = localArtifacts(pathToFileURL("/lake").href);
  for (const path of ["../x", "/etc/passwd", "a/../../x", "a\\b"]) {
    await assert.rejects(async () => await files?.read(path), {
      name: "RangeError",
      message:
        `Cannot use an artifact path as it must stay below its root: current value is "${path}"`,
    });
  }
});
