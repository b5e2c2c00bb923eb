import assert from "node:assert/strict";
import { requireArtifactLocation } from "./location.ts";

Deno.test("requireArtifactLocation() refuses what MLflow's _validate_artifact_root_uri does", () => {
  for (const fine of ["s3://b/a;c", "s3://b/../a", "mlflow-artifacts:/a", "/a/b", "s3://b?a=b"]) {
    requireArtifactLocation(fine);
  }
  for (const location of ["s3://b/a#c", "/a;b", "https://h/a;b"]) {
    assert.throws(() => requireArtifactLocation(location), {
      message: "'artifact_location' URL can't include fragments or params.",
    });
  }
  for (const location of ["s3://b?../a", "s3://b?%252e%252e"]) {
    assert.throws(() => requireArtifactLocation(location), { message: "Invalid query string" });
  }
  assert.throws(() => requireArtifactLocation("runs:/a/b"), {
    message: "Artifact location cannot be a runs:/ URI. Given: 'runs:/a/b'",
  });
  requireArtifactLocation("s".repeat(2048));
  assert.throws(() => requireArtifactLocation("s".repeat(2049)), /greater than 2048 characters/);
});
