import assert from "node:assert/strict";
import { MlflowError } from "../../registry/mod.ts";
import { openContext } from "../context.ts";
import { featureColumns, featureViews } from "../features/mod.ts";
import { withChampionHome } from "../champion_home_fixture.ts";
import { silent } from "../trained_home_fixture.ts";
import { openDataset } from "./open_dataset.ts";

const CHAMPION = "models:/energy-anomaly@champion";

Deno.test("openDataset() opens the lake's relations and the features of the model's own SQL", async () => {
  await withChampionHome(async ({ context: { config }, training }) => {
    await using fresh = await openContext(config, () => 0);
    const { manifest, model } = await openDataset(
      fresh,
      { dataset: "hostel", model: CHAMPION },
      silent,
    );
    assert.deepEqual(manifest, training.ingested.manifest);
    assert.deepEqual(model.views, featureViews);
    const [counts] = await fresh.db.rows(`
      SELECT (SELECT count(*) FROM readings) AS readings, (SELECT count(*) FROM meters) AS meters,
        (SELECT count(*) FROM features) AS features`);
    assert.deepEqual(counts, { readings: manifest.readings, meters: 6, features: training.rows });
    const columns = await fresh.db.rows<{ column_name: string }>("DESCRIBE features");
    assert.deepEqual(
      columns.map(({ column_name }) => column_name),
      ["meter_id", "ts", ...featureColumns(featureViews), "kwh", "expected_kwh"],
    );
    await model.session.close();

    await assert.rejects(openDataset(fresh, { dataset: "other", model: CHAMPION }, silent), {
      message: /^Cannot open the lake of "other": none was written/,
    });
    await assert.rejects(
      openDataset(fresh, { dataset: "hostel", model: "models:/nobody@champion" }, silent),
      MlflowError,
    );
  });
});
