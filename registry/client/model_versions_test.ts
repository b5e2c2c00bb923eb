import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import {
  createModelVersion,
  deleteModelVersion,
  getDownloadUri,
  getModelVersion,
  searchModelVersions,
  setModelVersionTag,
} from "./model_versions.ts";
import { createRegisteredModel } from "./registered_models.ts";

const source = "mlflow-artifacts:/0/r/artifacts/model";

Deno.test("a version is created, tagged, read and deleted", async () => {
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
      creationTime: 7,
      lastUpdateTime: 7,
      tags: { t: "1" },
      aliases: [],
      modelId: "",
    });
    const key = { name: "a", version: "1" };
    await setModelVersionTag(client, { ...key, key: "t", value: "2" });
    assert.deepEqual(await getModelVersion(client, key), { ...version, tags: { t: "2" } });
    assert.equal(await getDownloadUri(client, key), source);
    await deleteModelVersion(client, key);
    await assert.rejects(getModelVersion(client, key), { errorCode: "RESOURCE_DOES_NOT_EXIST" });
  });
});

Deno.test("searchModelVersions() yields all pages, newest first", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "a" });
    for (let i = 0; i < 3; i++) await createModelVersion(client, { name: "a", source });
    const found = searchModelVersions(client, { filter: "name = 'a'", pageSize: 2 });
    const versions = (await Array.fromAsync(found)).map(({ version }) => version);
    assert.deepEqual(versions, ["3", "2", "1"]);
  });
});
