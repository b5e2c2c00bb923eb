import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import {
  createLoggedModel,
  deleteLoggedModel,
  finalizeLoggedModel,
  getLoggedModel,
  logLoggedModelParams,
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
      lastUpdateTime: 7,
      tags: {},
      params: { p: "1" },
      metrics: [],
    });
    assert.match(model.modelId, /^m-[0-9a-f]{32}$/);
    const ready = await finalizeLoggedModel(client, model.modelId, "READY");
    assert.deepEqual(ready, { ...model, status: "READY" });
    assert.deepEqual(await getLoggedModel(client, model.modelId), ready);
  });
});

Deno.test("a logged model takes further parameters and is deleted", async () => {
  await withClient(async (client) => {
    const start = { experimentId: "0", name: "a", params: { p: "1" } };
    const { modelId, sourceRunId } = await createLoggedModel(client, start);
    assert.equal(sourceRunId, "");
    await logLoggedModelParams(client, modelId, { q: "2" });
    assert.deepEqual((await getLoggedModel(client, modelId)).params, { p: "1", q: "2" });
    await deleteLoggedModel(client, modelId);
    await assert.rejects(getLoggedModel(client, modelId), { errorCode: "RESOURCE_DOES_NOT_EXIST" });
  });
});
