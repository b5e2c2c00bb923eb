import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { deleteLoggedModelTag, setLoggedModelTags } from "./logged_model_tags.ts";
import { createLoggedModel, getLoggedModel } from "./logged_models.ts";

Deno.test("tags of a logged model are set, replaced and removed", async () => {
  await withClient(async (client) => {
    const { modelId } = await createLoggedModel(client, { experimentId: "0", name: "a" });
    await setLoggedModelTags(client, modelId, { "by whom": "me", "a/b": "1" });
    await setLoggedModelTags(client, modelId, { "a/b": "2" });
    assert.deepEqual((await getLoggedModel(client, modelId)).tags, {
      "a/b": "2",
      "by whom": "me",
    });
    await deleteLoggedModelTag(client, modelId, "by whom");
    assert.deepEqual((await getLoggedModel(client, modelId)).tags, { "a/b": "2" });
  });
});
