import assert from "node:assert/strict";
import { listen } from "../pipelines/mod.ts";
import { loadModel } from "../pipelines/realtime/mod.ts";
import { scoreLake } from "../pipelines/steps/mod.ts";
import { withChampionHome } from "../pipelines/champion_home_fixture.ts";
import { createApp } from "./app.ts";
import { createModelTable } from "./engine/model_table.ts";
import { createRegistryLoader } from "./engine/registry_loader.ts";
import { openLakeDeps } from "./lake_deps.ts";
import { createObservations } from "./observability/observations.ts";
import { selfCheck } from "./self_check.ts";

Deno.test("selfCheck() passes on the batch's own scores and fails on others", async () => {
  await withChampionHome(async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    const { registry } = context;
    await using models = createModelTable();
    const open = (uri: string) => loadModel(registry, uri);
    const loader = createRegistryLoader({ registry, models, open });
    await loader.follow("models:/energy-anomaly@champion");
    const model = models.defaultOf();
    await scoreLake(context, model, dataset);
    const served = {
      models,
      loader,
      dataset,
      observations: createObservations({ now: () => 0, clock: () => 0 }),
      say: () => {},
      makeReport: assert.fail,
      reportFailure: assert.fail,
    };
    await using deps = await openLakeDeps(context, served);
    await using server = listen({ host: "127.0.0.1", port: 0, setting: "none" });
    server.answerWith(createApp(deps));

    const checked = await selfCheck(server.url, context.db, model, () => 0);
    assert.deepEqual([checked.meter, checked.scoreMaxAbsDiff], ["room-2-01", 0]);
    assert.equal(checked.hours, 200);

    await context.db.run(`
      CREATE TABLE other AS SELECT * REPLACE (score + 0.5 AS score) FROM scored;
      DROP VIEW scored;
      CREATE VIEW scored AS SELECT * FROM other`);
    await assert.rejects(
      selfCheck(server.url, context.db, model, () => 0),
      /^Error: Cannot trust the server as its scores differ from the batch by 0\.5/,
    );
  });
});
