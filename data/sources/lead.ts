/** LEAD 1.0: hourly electricity of buildings with anomalies labelled by hand. */

import { basename } from "node:path";
import type { Database } from "../duckdb/mod.ts";
import { fileSha256 } from "../digest.ts";
import { dropRelation } from "../relations.ts";
import { DigestMismatchError } from "./settle.ts";
import type { Source } from "./source.ts";
import { tableFile } from "./table_file.ts";
import { tableRows } from "./table_rows.ts";

/** Files whose content is known in advance, by name. */
const KNOWN: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>> = {
  "lead1.0-subset.csv": {
    bytes: 1_985_437,
    sha256: "bb78de8facdf7df34852a38b791669f9abfa5b21e7098579c059fa20e240bbb6",
  },
};

/**
 * A CSV file of the Large-scale Energy Anomaly Detection dataset (Gulati and Arjunan 2022, "LEAD1.0:
 * a large-scale annotated dataset for energy anomaly detection in commercial buildings"): hourly
 * readings of one year, columns `building_id,timestamp,meter_reading,anomaly`. Takes the whole
 * set of 200 buildings and parts of it alike; a part that is called `lead1.0-subset.csv` must have
 * the known content.
 *
 * Beside the relations of every source it fills `labels(meter_id, ts, label)`, a row for each hour
 * that was looked at, so that labels never mix with readings; where a time has several rows, one
 * that is anomalous decides. An empty `meter_reading` is a missing reading, its label stays.
 *
 * What is known of the data:
 * - Times are the local clock of each site without its zone; they are taken for UTC, which puts
 *   every feature of hours and weekdays on the local clock, as it should be.
 * - Readings of exactly 1.0 are always labelled anomalous: a shortcut for whoever learns from
 *   labels, so figures belong beside those without such rows.
 * - Its origin states no licence.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(lead({ file: "lead.csv" }).name, "lead");
 * ```
 */
export function lead({ file }: { readonly file: string }): Source {
  const columns = { file, meterColumn: "building_id", timeColumn: "timestamp" };
  const readings = tableFile({
    ...columns,
    valueColumn: "meter_reading",
    timeZone: "UTC",
    name: "lead",
  });
  return {
    name: "lead",
    title: "LEAD 1.0: hourly electricity with labelled anomalies",
    licence: "none stated by its origin; for measurement, not for distribution",
    origin: "https://github.com/samy101/lead-dataset",
    async load(db, context) {
      await requireKnownContent(file);
      const loaded = await readings.load(db, context);
      const labels = await tableRows(db, { ...columns, valueColumn: "anomaly" });
      await requireLabels(db, labels, file);
      await dropRelation(db, "labels");
      await db.run(`
        CREATE TABLE labels AS
        SELECT r.meter_id, r.ts, max(CAST(trim(l.value_text) AS UTINYINT)) AS label
        FROM raw_readings r JOIN (SELECT row_number() OVER () AS source_row, value_text
          FROM (${labels})) l USING (source_row)
        GROUP BY r.meter_id, r.ts ORDER BY r.meter_id, r.ts`);
      return loaded;
    },
  };
}

async function requireKnownContent(file: string): Promise<void> {
  const path = basename(file);
  if (!Object.hasOwn(KNOWN, path)) return;
  const got = await fileSha256(file);
  if (got !== KNOWN[path].sha256) throw new DigestMismatchError({ path, ...KNOWN[path] }, got);
}

async function requireLabels(db: Database, labels: string, file: string): Promise<void> {
  const [bad] = await db.rows<{ source_row: number; value_text: string | null }>(`
    FROM (SELECT row_number() OVER () AS source_row, value_text FROM (${labels}))
    WHERE value_text IS NULL OR trim(value_text) NOT IN ('0', '1')
    ORDER BY source_row LIMIT 1`);
  if (bad === undefined) return;
  throw new SyntaxError(
    `Cannot read the label of row ${bad.source_row} in ${file}: expected 0 or 1, got ${
      JSON.stringify(bad.value_text)
    }`,
  );
}
