import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { sources } from "../../data/mod.ts";
import { detectors } from "../../models/mod.ts";
import { parseConfig } from "../config.ts";
import { CSV_START, CSV_TIME_ZONE, writeHostelCsv } from "../hostel_csv_fixture.ts";
import { silent } from "../trained_home_fixture.ts";
import { openInjectedData } from "./injected_data.ts";
import { neededFeatures } from "./needed_features.ts";

const DAY = 24 * 3_600_000;

Deno.test("openInjectedData() has faults in the judged hours and none in the usual ones", async () => {
  const home = await Deno.makeTempDir();
  const file = `${home}/hostel.csv`;
  await writeHostelCsv(file, { days: 120, roomsPerSize: 1 });
  await using db = await openDatabase({ threads: 1 });
  const source = sources.tableFile({
    file,
    meterColumn: "meter_id",
    timeColumn: "ts",
    valueColumn: "kwh",
    timeZone: CSV_TIME_ZONE,
  });
  const until = CSV_START + 110 * DAY;
  const data = await openInjectedData(
    { db, config: parseConfig({ WATTBOOK_HOME: home }) },
    { source, until, seed: 2 },
    neededFeatures([detectors.iqr()]),
    silent,
  );
  const { judged, usual } = data;
  assert.deepEqual([data.dataset, data.shortcut], ["hostel-injected", undefined]);
  assert.ok(judged.label.includes(1));
  assert.ok(judged.ts.every((ts) => ts < until) && usual.ts.every((ts) => ts < until));

  const known = new Map(
    usual.meterIds.map((id, row) => [`${id} ${usual.ts[row]}`, usual.kwh[row]]),
  );
  let changed = 0;
  judged.meterIds.forEach((id, row) => {
    const kwh = known.get(`${id} ${judged.ts[row]}`);
    if (kwh === undefined || Math.abs(kwh - judged.kwh[row]) < 1e-9) return;
    changed++;
    assert.equal(judged.label[row], 1, `row ${row}`);
  });
  assert.ok(changed > 0);
  const [stored] = await db.rows<{ kwh: number }>("SELECT sum(kwh) AS kwh FROM readings");
  const lines = (await Deno.readTextFile(file)).trim().split("\n").slice(1);
  const total = lines.reduce((sum, line) => sum + Number(line.split(",")[2]), 0);
  assert.ok(Math.abs(stored.kwh - total) < 1e-6, "the readings in the lake have no faults");
  await Deno.remove(home, { recursive: true });
});
