import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { MlflowError } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { featureViews } from "../features/mod.ts";
import { registerModel } from "../steps/register_model.ts";
import { withTrainingFacts } from "../steps/training_facts_fixture.ts";
import { loadModel } from "./served_model.ts";

Deno.test("loadModel() gives back what was registered, by alias and by version", async () => {
  const home = await Deno.makeTempDir();
  await withTrainingFacts(async (facts) => {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { runId } = await registerModel(tracking.client, facts, () => 0);
    const x = matrix(["residual_week", "change_168h"], [0.1, 0.2, NaN, 3, -40, 50]);
    const expected = await facts.trained.session.score(x);
    for (const uri of ["models:/energy-anomaly@champion", "models:/energy-anomaly/1"]) {
      const { session, ...model } = await loadModel(tracking.client, uri);
      assert.deepEqual(model, {
        name: "energy-anomaly",
        version: "1",
        runId,
        columns: ["residual_week", "change_168h"],
        threshold: 0.75,
        views: featureViews,
        profile: facts.profile,
      });
      assert.deepEqual(await session.score(x), expected);
      await session.close();
    }
  });
  await Deno.remove(home, { recursive: true });
});

Deno.test("loadModel() keeps the order of the views, however many there are", async () => {
  const home = await Deno.makeTempDir();
  await withTrainingFacts(async (facts) => {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const views = [1, 2, 3].flatMap(() => featureViews);
    await registerModel(tracking.client, { ...facts, views }, () => 0);
    const model = await loadModel(tracking.client, "models:/energy-anomaly/1");
    assert.deepEqual(model.views, views);
    await model.session.close();
  });
  await Deno.remove(home, { recursive: true });
});

Deno.test("loadModel() says which model it cannot find or serve", async () => {
  const home = await Deno.makeTempDir();
  await withTrainingFacts(async (facts) => {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { client } = tracking;
    await assert.rejects(loadModel(client, "models:/energy-anomaly@champion"), MlflowError);
    await registerModel(client, facts, () => 0);
    await assert.rejects(loadModel(client, "models:/energy-anomaly@challenger"), {
      name: "MlflowError",
      message: /challenger/,
    });
    await assert.rejects(loadModel(client, "models:/energy-anomaly/2"), {
      name: "MlflowError",
      message: /version=2/,
    });
    await assert.rejects(loadModel(client, "energy-anomaly"), {
      name: "SyntaxError",
      message: /got "energy-anomaly"/,
    });
    const { model_id } = tracking.store.database.first<{ model_id: string }>(
      "SELECT model_id FROM model_versions",
    )!;
    await assert.rejects(loadModel(client, `models:/${model_id}`), {
      name: "TypeError",
      message: `Cannot serve "models:/${model_id}" as it names no registered version`,
    });
  });
  await Deno.remove(home, { recursive: true });
});
