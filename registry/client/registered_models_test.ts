import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import {
  createRegisteredModel,
  deleteRegisteredModel,
  ensureRegisteredModel,
  getRegisteredModel,
  renameRegisteredModel,
  updateRegisteredModel,
} from "./registered_models.ts";

Deno.test("a registered model is created once, read and deleted", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "a", description: "words", tags: { t: "1" } });
    const model = await getRegisteredModel(client, "a");
    assert.deepEqual(model, {
      name: "a",
      description: "words",
      creationTime: 7,
      lastUpdateTime: 7,
      tags: { t: "1" },
      aliases: {},
    });
    assert.deepEqual(await ensureRegisteredModel(client, "a"), model);
    assert.equal((await ensureRegisteredModel(client, "b")).name, "b");
    await deleteRegisteredModel(client, "a");
    await assert.rejects(getRegisteredModel(client, "a"), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
  });
});

Deno.test("a registered model is described and renamed, but not to a name that is taken", async () => {
  await withClient(async (client) => {
    const a = await createRegisteredModel(client, { name: "a" });
    await createRegisteredModel(client, { name: "b" });
    const described = { ...a, description: "words" };
    const change = { name: "a", description: "words" };
    assert.deepEqual(await updateRegisteredModel(client, change), described);
    const renamed = { ...described, name: "c" };
    assert.deepEqual(await renameRegisteredModel(client, { name: "a", newName: "c" }), renamed);
    await assert.rejects(renameRegisteredModel(client, { name: "c", newName: "b" }), {
      errorCode: "RESOURCE_ALREADY_EXISTS",
    });
  });
});
