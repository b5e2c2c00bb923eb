import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { deleteRegisteredModelTag, setRegisteredModelTag } from "./registered_model_tags.ts";
import { createRegisteredModel, getRegisteredModel } from "./registered_models.ts";

Deno.test("a tag of a registered model is set, replaced and removed, and may be missing", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "a" });
    const tag = { name: "a", key: "team" };
    for (const value of ["heat", "energy"]) await setRegisteredModelTag(client, { ...tag, value });
    assert.deepEqual((await getRegisteredModel(client, "a")).tags, { team: "energy" });
    for (let i = 0; i < 2; i++) await deleteRegisteredModelTag(client, tag);
    assert.deepEqual((await getRegisteredModel(client, "a")).tags, {});
  });
});
