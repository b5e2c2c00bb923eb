/** The electricity of 39 university buildings in Cambridge, 2018 to 2020. */

import type { Database } from "../duckdb/mod.ts";
import { sqlFile } from "../sql_file.ts";
import { sqlString } from "../sql_string.ts";
import { createRawTables } from "../relations.ts";
import published from "./cambridge_estates.json" with { type: "json" };
import { type DatasetManifest, obtainFiles } from "./dataset_files.ts";
import { filesDigest } from "../digest.ts";
import { countLoaded } from "./loaded.ts";
import type { Source } from "./source.ts";

/**
 * The Cambridge University Estates building energy archive: hourly electricity (kWh) of 39
 * buildings, air temperature (°C) and floor areas (m²). DOI 10.5281/zenodo.10708693. Sizes
 * and digests in `cambridge_estates.json` are those of the origin's commit.
 *
 * What is known of the data:
 * - **Timestamps are UTC** all year: every day has 24 rows, also where the clock changes, and
 *   the mean weekday profile moves one hour earlier in late March and later in late October.
 * - Every hour of the three years has a row: what was missing is 0 upstream (4,504 zeros).
 * - The first hour of each year holds about half of its energy.
 * - Values are rounded to 0.1 kWh, spikes clipped upstream at ten times the mean.
 *
 * @param manifest The files to load; another than the published one is for a part of them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(cambridgeEstates().name, "cambridge-estates");
 * ```
 */
export function cambridgeEstates(manifest: DatasetManifest = published): Source {
  return {
    name: manifest.dataset,
    title: "Cambridge University Estates: hourly electricity of 39 buildings, 2018-2020",
    licence: "MIT, copyright 2023 Energy Efficient Cities Initiative, University of Cambridge",
    origin: "https://github.com/EECi/Cambridge-Estates-Building-Energy-Archive",
    async load(db, context) {
      const { folder, source } = await obtainFiles(manifest, context);
      const paths = manifest.files.map((file) => `${folder}/${file.path}`);
      await createRawTables(db);
      await loadReadings(db, paths.filter((path) => path.includes("/electricity/")));
      await loadMeters(db, paths.filter((path) => path.endsWith("_areas.csv")));
      await loadWeather(db, paths.filter((path) => path.includes("/MetOffice Weather Data/")));
      return await countLoaded(db, {
        dataset: manifest.dataset,
        source,
        digest: filesDigest(manifest.files),
      });
    },
  };
}

/** `read_csv` of all files at once, without guessing; rows keep the order of the files. */
function csv(paths: readonly string[], columns: Record<string, string>): string {
  const types = Object.entries(columns).map(([name, type]) => `${sqlString(name)}: '${type}'`);
  return `read_csv([${paths.map(sqlFile).join(", ")}],
    header = true, auto_detect = false, delim = ',', quote = '"', new_line = '\\n',
    filename = true, hive_partitioning = false, columns = {${types.join(", ")}})`;
}

async function loadReadings(db: Database, paths: readonly string[]): Promise<void> {
  await db.run(`
    INSERT INTO raw_readings
    SELECT regexp_extract(filename, 'UCam_Building_(b[0-9]+)/', 1), ts, kwh, row_number() OVER ()
    FROM ${csv(paths, { ts: "TIMESTAMP", kwh: "DOUBLE" })}`);
}

async function loadMeters(db: Database, paths: readonly string[]): Promise<void> {
  const areas = { meter_id: "VARCHAR", area_m2: "DOUBLE", floors: "VARCHAR", roof_m2: "VARCHAR" };
  await db.run(`
    INSERT INTO meters
    SELECT meter_id, 'cambridge', 'Europe/London', 60, 'building', NULL, area_m2
    FROM (SELECT DISTINCT meter_id FROM raw_readings)
    LEFT JOIN ${csv(paths, areas)} USING (meter_id)
    ORDER BY meter_id`);
}

async function loadWeather(db: Database, paths: readonly string[]): Promise<void> {
  const columns = {
    ts: "TIMESTAMP",
    temperature_c: "DOUBLE",
    humidity: "DOUBLE",
    irradiance: "DOUBLE",
  };
  await db.run(`
    INSERT INTO weather
    SELECT 'cambridge', ts, temperature_c FROM ${csv(paths, columns)} ORDER BY ts`);
}
