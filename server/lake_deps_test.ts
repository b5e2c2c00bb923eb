import assert from "node:assert/strict";
import { loadModel } from "../pipelines/realtime/mod.ts";
import { monitorWindow, plainReport, sections } from "../pipelines/monitoring/mod.ts";
import { scoreLake } from "../pipelines/steps/mod.ts";
import { withChampionHome } from "../pipelines/champion_home_fixture.ts";
import { silent } from "../pipelines/trained_home_fixture.ts";
import { createModelTable } from "./engine/model_table.ts";
import { createRegistryLoader } from "./engine/registry_loader.ts";
import { openLakeDeps } from "./lake_deps.ts";
import { createObservations } from "./observability/observations.ts";

const HOUR = 3_600_000;

Deno.test("openLakeDeps() gives the app what batch scoring and monitoring left", async (t) => {
  await withChampionHome(async ({ context, training }) => {
    const { dataset, to } = training.ingested.manifest;
    const { registry } = context;
    await using models = createModelTable();
    const open = (uri: string) => loadModel(registry, uri);
    const loader = createRegistryLoader({ registry, models, open });
    await loader.follow("models:/energy-anomaly@champion");
    const model = models.defaultOf();
    await using deps = await openLakeDeps(context, {
      models,
      loader,
      dataset,
      observations: createObservations({ now: () => 0, clock: () => 0 }),
      say: () => {},
      makeReport: assert.fail,
      reportFailure: assert.fail,
    });

    await t.step("nothing before the first scoring", async () => {
      assert.equal(await deps.latestScoring(), null);
      assert.equal(await deps.reports.latest(), null);
    });

    await scoreLake(context, model, dataset);
    await t.step("the scored hours of a meter, equal to those scored again", async () => {
      const since = to - 50 * HOUR;
      const scoring = await deps.latestScoring();
      assert.ok(scoring !== null);
      const series = await scoring.meterSeries("room-4-02", since, to + HOUR);
      const readings = Array.from(series.ts, (ts, i) => ({
        meterId: "room-4-02",
        ts,
        kwh: series.kwh[i],
      }));
      const again = await deps.scoreReadings(model, readings);
      assert.ok(again.length > 40);
      assert.equal(await deps.refreshHistories(), false);
      const views = model.views.map((view) => ({ ...view, sql: `${view.sql}\n-- Packed anew\n` }));
      assert.deepEqual(await deps.scoreReadings({ ...model, views }, readings), again);
      assert.deepEqual(again.map(({ score }) => score), Array.from(series.score));
      assert.deepEqual(again.map(({ label }) => label), Array.from(series.label));
    });

    await t.step("the last drift report", async () => {
      const window = { from: to - 30 * 24 * HOUR, to };
      const options = { dataset, window, reference: { from: 0, to: 0 }, sections };
      const report = await monitorWindow(context, model, options, silent);
      assert.deepEqual(await deps.reports.latest(), plainReport(report));
    });
  });
});
