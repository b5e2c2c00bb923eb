import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { deleteModelVersionTag, setModelVersionTag } from "./model_version_tags.ts";
import { createModelVersion, getModelVersion } from "./model_versions.ts";
import { createRegisteredModel } from "./registered_models.ts";

Deno.test("a tag of a version is set, replaced and removed, and may be missing", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "a" });
    const source = "mlflow-artifacts:/0/r/artifacts/model";
    const { name, version } = await createModelVersion(client, { name: "a", source });
    const tag = { name, version, key: "checked" };
    for (const value of ["no", "yes"]) await setModelVersionTag(client, { ...tag, value });
    assert.deepEqual((await getModelVersion(client, tag)).tags, { checked: "yes" });
    for (let i = 0; i < 2; i++) await deleteModelVersionTag(client, tag);
    assert.deepEqual((await getModelVersion(client, tag)).tags, {});
  });
});
