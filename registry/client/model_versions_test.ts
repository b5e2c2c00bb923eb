import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import {
  createModelVersion,
  deleteModelVersion,
  getDownloadUri,
  getModelVersion,
  updateModelVersion,
} from "./model_versions.ts";
import { createRegisteredModel } from "./registered_models.ts";

const source = "mlflow-artifacts:/0/r/artifacts/model";

Deno.test("a version is created, described, read and deleted", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "a" });
    const version = await createModelVersion(client, {
      name: "a",
      source,
      runId: "r",
      tags: { t: "1" },
    });
    assert.deepEqual(version, {
      name: "a",
      version: "1",
      description: "",
      source,
      runId: "r",
      status: "READY",
      statusMessage: "",
      stage: "None",
      creationTime: 7,
      lastUpdateTime: 7,
      tags: { t: "1" },
      aliases: [],
      modelId: "",
    });
    const key = { name: "a", version: "1" };
    const described = { ...version, description: "Of May" };
    assert.deepEqual(
      await updateModelVersion(client, { ...key, description: "Of May" }),
      described,
    );
    assert.deepEqual(await getModelVersion(client, key), described);
    assert.equal(await getDownloadUri(client, key), source);
    await deleteModelVersion(client, key);
    await assert.rejects(getModelVersion(client, key), { errorCode: "RESOURCE_DOES_NOT_EXIST" });
  });
});
