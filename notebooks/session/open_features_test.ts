import assert from "node:assert/strict";
import { openContext } from "../../pipelines/context.ts";
import { createProgress } from "../../pipelines/mod.ts";
import { openDataset } from "./open_dataset.ts";
import { openFeatures } from "./open_features.ts";

Deno.test("openFeatures() has a row per hour of a file's meters, and says what features mean", async () => {
  const home = await Deno.makeTempDir();
  try {
    await using context = await openContext({ home }, () => 0);
    const file = `${home}/rooms.csv`;
    const hours = Array.from({ length: 24 * 15 }, (_, hour) => hour);
    const lines = hours.map((hour) =>
      `r1,${new Date(Date.UTC(2024, 0, 1, hour)).toISOString()},${1 + hour % 24}`
    );
    await Deno.writeTextFile(file, ["meter_id,ts,kwh", ...lines].join("\n"));
    const dataset = await openDataset(context, file);
    const progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });
    const features = await openFeatures(context, dataset, progress);
    assert.equal(features.rows, 24 * 15);
    assert.deepEqual(features.columns, features.meanings.texts("feature"));
    assert.deepEqual(features.meanings.objects()[0], {
      feature: "residual_week",
      unit: "scale",
      meaning: "load against the usual load of the same hour of week",
      view: "energy_hourly",
    });
    // The load of a day repeats exactly, so each hour differs from that of the day before by nothing.
    const [row] = await context.db.rows(`
      SELECT count(*) AS hours, max(abs(change_24h)) AS change, max(hour) AS "last hour"
      FROM features WHERE ts >= TIMESTAMP '2024-01-10'`);
    assert.deepEqual(row, { hours: 24 * 6, change: 0, "last hour": 23 });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
});
