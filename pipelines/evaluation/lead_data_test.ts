import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { detectors } from "../../models/mod.ts";
import { parseConfig } from "../config.ts";
import { silent } from "../trained_home_fixture.ts";
import { LEAD_DAYS, LEAD_START, writeLeadCsv } from "./lead_csv_fixture.ts";
import { openLeadData } from "./lead_data.ts";
import { neededFeatures } from "./needed_features.ts";

const HOUR = 3_600_000;
const HOURS = 24 * LEAD_DAYS;

Deno.test("openLeadData() judges every labelled hour and fits to sound ones with a history", async () => {
  const home = await Deno.makeTempDir();
  await writeLeadCsv(`${home}/part.csv`);
  await using db = await openDatabase({ threads: 1 });
  const context = { db, config: parseConfig({ WATTBOOK_HOME: home }) };
  const needed = neededFeatures([detectors.iqr(), detectors.spectral_residual()]);
  const data = await openLeadData(context, `${home}/part.csv`, needed, silent);
  const { judged, usual, shortcut } = data;

  assert.deepEqual([data.dataset, data.leftOut], ["lead", []]);
  assert.equal(judged.x.rows, 4 * HOURS);
  assert.deepEqual([...new Set(judged.meterIds)], ["1", "2", "3", "4"]);
  assert.deepEqual(judged.x.columns, needed.columns);
  for (let row = 0; row < judged.x.rows; row++) {
    const hour = row % HOURS;
    assert.equal(judged.ts[row], LEAD_START + hour * HOUR);
    const marked = (hour >= 600 && hour < 605) || hour === 700 || row === 3 * HOURS + 650;
    assert.equal(judged.label[row], marked ? 1 : 0, `row ${row}`);
    assert.equal(shortcut?.(row), hour === 700, `row ${row}`);
  }

  const width = needed.columns.length;
  const missing = judged.x.values.subarray(650 * width, 651 * width);
  assert.ok(missing.every(Number.isNaN) && Number.isNaN(judged.kwh[650]));
  const lag = needed.columns.indexOf("residual_lag_1");
  const residual = needed.columns.indexOf("residual_week");
  assert.equal(judged.x.values[602 * width + lag], judged.x.values[601 * width + residual]);

  const column = (name: string) => needed.columns.indexOf(name);
  for (let row = 0; row < usual.x.rows; row++) {
    const at = (name: string) => usual.x.values[row * width + column(name)];
    assert.ok(!Number.isNaN(at("residual_week")) && !Number.isNaN(at("change_168h")));
  }
  assert.ok(usual.x.rows > 4 * (HOURS - 8 * 24) * 0.9 && usual.x.rows < 4 * (HOURS - 7 * 24));
  await Deno.remove(home, { recursive: true });
});
