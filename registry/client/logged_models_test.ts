import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import {
  createLoggedModel,
  finalizeLoggedModel,
  getLoggedModel,
  searchLoggedModels,
  setLoggedModelTags,
} from "./logged_models.ts";

Deno.test("a logged model is pending until it is finalized", async () => {
  await withClient(async (client) => {
    const start = { experimentId: "0", name: "a", sourceRunId: "r", params: { p: "1" } };
    const model = await createLoggedModel(client, start);
    assert.deepEqual(model, {
      modelId: model.modelId,
      experimentId: "0",
      name: "a",
      modelType: "",
      sourceRunId: "r",
      status: "PENDING",
      artifactUri: `mlflow-artifacts:/0/models/${model.modelId}/artifacts`,
      creationTime: 7,
      tags: {},
      params: { p: "1" },
    });
    assert.match(model.modelId, /^m-[0-9a-f]{32}$/);
    const ready = await finalizeLoggedModel(client, model.modelId, "READY");
    assert.deepEqual(ready, { ...model, status: "READY" });
    await setLoggedModelTags(client, model.modelId, { t: "1" });
    assert.deepEqual(await getLoggedModel(client, model.modelId), { ...ready, tags: { t: "1" } });
  });
});

Deno.test("searchLoggedModels() yields all pages", async () => {
  await withClient(async (client) => {
    for (const name of ["a", "b", "c"]) {
      await createLoggedModel(client, { experimentId: "0", name, sourceRunId: "" });
    }
    const found = searchLoggedModels(client, { experimentIds: ["0"], pageSize: 1 });
    const names = (await Array.fromAsync(found)).map(({ name }) => name);
    assert.deepEqual(names.sort(), ["a", "b", "c"]);
  });
});
