import assert from "node:assert/strict";
import { loadModel } from "../pipelines/realtime/mod.ts";
import { monitor, scoreLake } from "../pipelines/steps/mod.ts";
import { silent, withTrainedHome } from "../pipelines/trained_home_fixture.ts";
import { openLakeDeps } from "./lake_deps.ts";

const HOUR = 3_600_000;

Deno.test("openLakeDeps() gives the app what batch scoring and monitoring left", async (t) => {
  await withTrainedHome({}, async ({ context, training }) => {
    const { dataset, from, to } = training.ingested.manifest;
    const model = await loadModel(context.registry, "models:/energy-anomaly@champion");
    await using deps = await openLakeDeps(context, {
      model,
      dataset,
      reportFailure: assert.fail,
    });

    await t.step("nothing before the first scoring", async () => {
      assert.deepEqual(await deps.meters(), []);
      assert.equal(await deps.latestDrift(), null);
      await assert.rejects(deps.meterSeries("room-2-01", 0, 1), /was never scored/);
    });

    const record = await scoreLake(context, model, dataset);
    await t.step("a summary per meter that adds up to the scoring", async () => {
      const meters = await deps.meters();
      assert.deepEqual(
        meters.map(({ meterId }) => meterId),
        ["room-2-01", "room-2-02", "room-4-01", "room-4-02", "room-6-01", "room-6-02"],
      );
      const sum = (pick: (meter: typeof meters[number]) => number) =>
        meters.reduce((total, meter) => total + pick(meter), 0);
      assert.equal(sum(({ events }) => events), record.events);
      assert.equal(sum(({ anomalousHours }) => anomalousHours), record.anomalous_hours);
      assert.equal(Math.min(...meters.map((meter) => meter.from)), from);
      assert.equal(Math.max(...meters.map((meter) => meter.to)), to + HOUR);
    });

    await t.step("the scored hours of a meter, equal to those scored again", async () => {
      const since = to - 50 * HOUR;
      const series = await deps.meterSeries("room-4-02", since, to + HOUR);
      const readings = Array.from(series.ts, (ts, i) => ({
        meterId: "room-4-02",
        ts,
        kwh: series.kwh[i],
      }));
      const again = await deps.scoreReadings(readings);
      assert.ok(again.length > 40);
      assert.deepEqual(again.map(({ score }) => score), Array.from(series.score));
      assert.deepEqual(again.map(({ label }) => label), Array.from(series.label));
    });

    await t.step("the last drift report", async () => {
      const window = { dataset, from: to - 30 * 24 * HOUR, to };
      const report = await monitor(context, model, window, silent);
      assert.deepEqual(await deps.latestDrift(), report);
    });

    await model.session.close();
  });
});
