import assert from "node:assert/strict";
import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
import { openDataset } from "./datasets.ts";
import { monitor, serve } from "./modelling.ts";
import { closeSession } from "./surroundings.ts";

Deno.test("the notebook monitors and serves what others trained in its home", async () => {
  await withChampionHome(async ({ context }) => {
    Deno.env.set("WATTBOOK_HOME", context.config.home);
    const dataset = await openDataset("hostel");
    const { report } = await monitor(dataset, { sections: ["data_quality"] });
    // The last whole month of it.
    assert.deepEqual([report.version, report.window.from], ["1", "2024-06-01T00:00:00.000Z"]);

    const server = await serve(dataset);
    assert.deepEqual([server.model, server.version], ["energy-anomaly", "1"]);
    const ts = dataset.to - 3_600_000;
    const { scores, events } = await server.score([{ meter_id: "room-2-01", ts, kwh: 500 }]);
    assert.deepEqual(scores.objects().map(({ ts, label }) => [ts, label]), [[ts, true]]);
    assert.deepEqual(events.objects().map(({ start, hours }) => [start, hours]), [[ts, 1]]);
    await closeSession();
    await assert.rejects(fetch(server.url), TypeError);
  });
});
