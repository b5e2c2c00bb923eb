import assert from "node:assert/strict";
import { experiment } from "./experiment.ts";

Deno.test("experiment takes what an old server leaves out", () => {
  const json = { experiment_id: "0", name: "Default", artifact_location: "s3://b/0" };
  assert.deepEqual(experiment.parse({ ...json, lifecycle_stage: "active" }), {
    experimentId: "0",
    name: "Default",
    artifactLocation: "s3://b/0",
    lifecycleStage: "active",
    creationTime: undefined,
    lastUpdateTime: undefined,
    tags: {},
  });
  assert.equal(experiment.safeParse({ ...json, lifecycle_stage: "gone" }).success, false);
});
