import assert from "node:assert/strict";
import { modelVersion } from "./model_version.ts";

Deno.test("modelVersion takes what a server leaves out as empty", () => {
  const json = {
    name: "a",
    version: "1",
    creation_timestamp: 5,
    last_updated_timestamp: 6,
    status: "FAILED_REGISTRATION",
    status_message: "No disk",
  };
  assert.deepEqual(modelVersion.parse(json), {
    name: "a",
    version: "1",
    description: "",
    source: "",
    runId: "",
    status: "FAILED_REGISTRATION",
    statusMessage: "No disk",
    stage: "None",
    creationTime: 5,
    lastUpdateTime: 6,
    tags: {},
    aliases: [],
    modelId: "",
  });
});
