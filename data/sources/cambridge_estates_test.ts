import assert from "node:assert/strict";
import { dirname } from "node:path";
import { openDatabase } from "../duckdb/mod.ts";
import { cambridgeEstates } from "./cambridge_estates.ts";
import published from "./cambridge_estates.json" with { type: "json" };
import { filesDigest, sha256 } from "../digest.ts";
import { assertSourceConforms } from "./source_conformance.ts";

const buildings = "building_data/processed_data";
/** The archive's layout with two buildings and a few hours. */
const archive: Record<string, string> = {
  [`${buildings}/UCam_Building_b10/electricity/2018.csv`]:
    "datetime,equipment load [kWh]\n2018-01-01 00:00:00,1.5\n2018-01-01 01:00:00,2.5\n",
  [`${buildings}/UCam_Building_b2/electricity/2018.csv`]:
    "datetime,equipment load [kWh]\n2018-12-31 23:00:00,0.0\n",
  [`${buildings}/UCam_Building_b2/electricity/2019.csv`]:
    "datetime,equipment load [kWh]\n2019-07-01 00:00:00,7.0\n",
  [`${buildings}/building_floor_roof_areas.csv`]:
    "Building ID,GIA (m2),Number of floors,Approx RA (m2)\nb0,1,1,1\nb2,3296.5,5,659.3\n",
  "aux_data/MetOffice Weather Data/processed_data/bedford/2018.csv":
    "datetime,air_temperature [degC],rltv_hum [%],glbl_irad_amt [W/m2]\n2018-01-01 00:00:00,-5.8,83.2,0.0\n",
};

async function withArchive(
  test: (
    source: ReturnType<typeof cambridgeEstates>,
    home: string,
    mirror: string,
  ) => Promise<void>,
): Promise<void> {
  // DuckDB would take the brackets for a pattern, and `kwh=` for a column.
  const folder = await Deno.makeTempDir({ prefix: "kwh=1", suffix: " [a]" });
  for (const [path, text] of Object.entries(archive)) {
    const to = `${folder}/mirror/cambridge-estates/${path}`;
    await Deno.mkdir(dirname(to), { recursive: true });
    await Deno.writeTextFile(to, text);
  }
  const files = Object.entries(archive).map(([path, text]) => ({
    path,
    bytes: text.length,
    sha256: sha256(text),
  }));
  try {
    const source = cambridgeEstates({ ...published, files });
    await test(source, `${folder}/home`, `${folder}/mirror`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("cambridgeEstates() fills the relations from the archive's files", async () => {
  await withArchive(async (source, home, mirror) => {
    await using db = await openDatabase({ threads: 1 });
    const loaded = await source.load(db, { home, mirror, fetch });
    const digests = Object.entries(archive).map(([path, text]) => ({ path, sha256: sha256(text) }));
    assert.deepEqual(loaded, {
      dataset: "cambridge-estates",
      source: "mirror",
      digest: filesDigest(digests),
      meters: 2,
      readings: 4,
    });
    assert.deepEqual(await db.rows("FROM raw_readings ORDER BY source_row"), [
      { meter_id: "b10", ts: Date.UTC(2018, 0, 1, 0), kwh: 1.5, source_row: 1 },
      { meter_id: "b10", ts: Date.UTC(2018, 0, 1, 1), kwh: 2.5, source_row: 2 },
      { meter_id: "b2", ts: Date.UTC(2018, 11, 31, 23), kwh: 0, source_row: 3 },
      { meter_id: "b2", ts: Date.UTC(2019, 6, 1), kwh: 7, source_row: 4 },
    ]);
    const building = {
      site_id: "cambridge",
      time_zone: "Europe/London",
      interval_minutes: 60,
      kind: "building",
      beds: null,
    };
    assert.deepEqual(await db.rows("FROM meters"), [
      { meter_id: "b10", ...building, area_m2: null },
      { meter_id: "b2", ...building, area_m2: 3296.5 },
    ]);
    assert.deepEqual(await db.rows("FROM weather"), [
      { site_id: "cambridge", ts: Date.UTC(2018, 0, 1), temperature_c: -5.8 },
    ]);
    assert.equal((await source.load(db, { home, fetch, offline: true })).source, "cache");
  });
});

Deno.test("cambridgeEstates() keeps the contract of sources", async () => {
  await withArchive(async (source, home, mirror) => {
    await assertSourceConforms(source, { home, mirror, fetch });
  });
});

Deno.test("cambridgeEstates() lists 39 buildings of three years, weather, areas and licence", () => {
  const paths = published.files.map((file) => file.path);
  const meters = paths.filter((path) => path.includes("/electricity/"))
    .map((path) => path.match(/_(b\d+)\/electricity\/(2018|2019|2020)\.csv$/));
  assert.equal(meters.length, 117);
  assert.equal(new Set(meters.map((match) => match?.[1])).size, 39);
  assert.equal(paths.length, 117 + 3 + 1 + 1);
  assert.ok(paths.includes("LICENSE"));
  assert.equal(new Set(paths).size, paths.length);
});
