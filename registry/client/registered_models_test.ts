import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import {
  createRegisteredModel,
  deleteRegisteredModel,
  ensureRegisteredModel,
  getRegisteredModel,
  searchRegisteredModels,
  setRegisteredModelTag,
} from "./registered_models.ts";

Deno.test("a registered model is created once, tagged, read and deleted", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "a", description: "words", tags: { t: "1" } });
    await setRegisteredModelTag(client, { name: "a", key: "u", value: "2" });
    const model = await getRegisteredModel(client, "a");
    assert.deepEqual(model, {
      name: "a",
      description: "words",
      creationTime: 7,
      lastUpdateTime: 7,
      tags: { t: "1", u: "2" },
      aliases: {},
    });
    assert.deepEqual(await ensureRegisteredModel(client, "a"), model);
    assert.equal((await ensureRegisteredModel(client, "b")).name, "b");
    await deleteRegisteredModel(client, "a");
    const names = (await Array.fromAsync(searchRegisteredModels(client))).map(({ name }) => name);
    assert.deepEqual(names, ["b"]);
  });
});
