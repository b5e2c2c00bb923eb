import assert from "node:assert/strict";
import { createClient } from "../client/mod.ts";
import { setStage } from "./version_stage.ts";

Deno.test("setStage() moves one version and archives no other", async () => {
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    async fetch(request) {
      assert.equal(
        new URL(request.url).pathname,
        "/api/2.0/mlflow/model-versions/transition-stage",
      );
      assert.deepEqual(await request.json(), {
        name: "load",
        version: "3",
        stage: "Archived",
        archive_existing_versions: false,
      });
      return Response.json({ model_version: {} });
    },
  });
  await setStage(client, { name: "load", version: "3", stage: "Archived" });
});
