import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

Deno.test("a logged model says where it is registered, in the words of MLflow's server", async () => {
  await withTracking(async (send) => {
    const created = await send("POST", "logged-models", { experiment_id: "0", name: "forest" });
    const { model_id } = created.json.model.info;
    const source = `models:/${model_id}`;
    for (const name of ["energy-anomaly", "energy-anomaly", 'a "b"']) {
      await send("POST", "registered-models/create", { name });
      await send("POST", "model-versions/create", { name, source, model_id });
    }
    await send("POST", "model-versions/create", { name: "energy-anomaly", source });
    const { json } = await send("GET", `logged-models/${model_id}`);
    assert.deepEqual(json.model.info.tags, [{
      key: "mlflow.modelVersions",
      value:
        '[{"name": "energy-anomaly", "version": 1}, {"name": "energy-anomaly", "version": 2}, {"name": "a \\"b\\"", "version": 1}]',
    }]);
  });
});
