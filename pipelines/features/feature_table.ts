/** The feature table of a dataset: made once per data and views, kept as a Parquet file. */
import { join } from "node:path";
import { type Database, sqlString } from "../../data/duckdb/mod.ts";
import { linkFile } from "../link_file.ts";
import { leafViews } from "./leaf_views.ts";
import { featureVersion, materialize } from "./materialize.ts";
import type { FeatureView } from "./feature_view.ts";

/** Where the features of which data are kept. */
export interface FeatureTableOptions {
  /** Folder for the files, made when absent. */
  readonly directory: string;
  /** Folder of this process on the same disk, for the file that it reads. */
  readonly scratch: string;
  readonly dataset: string;
  /** Digest of the readings the features are made from, hexadecimal. */
  readonly digest: string;
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Opens the relation `features`: per meter and hour the features of the views, the load `kwh`
 * and the usual load of that hour of week, `expected_kwh`, sorted by meter and time.
 *
 * The file is named by the digests of data and views, so it is made only when it is not there;
 * other files of the dataset are removed then. The relation reads a link of this process's own, so
 * that another one which brings newer data does not take it away.
 *
 * @param db Holds the relations `readings`, `meters` and `weather`.
 * @returns Whether the file was already there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { featureViews } from "./mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE readings AS SELECT 'r1' AS meter_id, TIMESTAMP '2024-01-01' AS ts, 2.0 AS kwh;
 *   CREATE TABLE meters AS SELECT 'r1' AS meter_id, 's' AS site_id, 'UTC' AS time_zone,
 *     60 AS interval_minutes;
 *   CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE)`);
 * const directory = await Deno.makeTempDir();
 * const scratch = await Deno.makeTempDir();
 * await openFeatureTable(db, featureViews, { directory, scratch, dataset: "demo", digest: "00" });
 * assert.deepEqual(await db.rows("SELECT meter_id, kwh FROM features"), [{ meter_id: "r1", kwh: 2 }]);
 * ```
 */
export async function openFeatureTable(
  db: Database,
  views: readonly FeatureView[],
  { directory, scratch, dataset, digest, onProgress }: FeatureTableOptions,
): Promise<boolean> {
  const name = `${dataset}-${digest.slice(0, 12)}-${featureVersion(views).slice(0, 12)}.parquet`;
  const [shared, own] = [join(directory, name), join(scratch, name)];
  const kept = await linkFile(shared, own);
  if (!kept) {
    await Deno.mkdir(directory, { recursive: true });
    await materialize(db, views, onProgress);
    await db.run(`COPY (${featureTableQuery(views)}) TO ${sqlString(`${own}.part`)}
      (FORMAT parquet, COMPRESSION zstd)`);
    await Deno.rename(`${own}.part`, own);
    for (const view of views) await db.run(`DROP TABLE ${view.name}`);
    // Whoever makes the same features at the same time makes the same rows: the first is kept.
    await linkFile(own, shared);
    await removeOthers(directory, dataset, name);
  }
  await db.run(
    `CREATE OR REPLACE VIEW features AS SELECT * FROM read_parquet(${sqlString(own)})`,
  );
  return kept;
}

/**
 * The query of the relation `features`: the columns of all views that no other builds on, for every
 * hour with a load; where a view has no row for an hour, they are NULL.
 *
 * @param from The relation of such a view. @default {the table of its name}
 * @param loads The relation of the hours with a load.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * assert.match(featureTableQuery(featureViews), /LEFT JOIN energy_hourly/);
 * ```
 */
export function featureTableQuery(
  views: readonly FeatureView[],
  from: (view: FeatureView) => string = ({ name }) => name,
  loads = "energy_load",
): string {
  const leaves = leafViews(views);
  const columns = leaves.flatMap((view) => view.columns.map(({ name }) => `${view.name}.${name}`));
  const joins = leaves.map((view) =>
    `LEFT JOIN ${
      from(view)
    } ${view.name} ON ${view.name}.meter_id = l.meter_id AND ${view.name}.ts = l.ts`
  );
  return `
    SELECT ${
    ["l.meter_id", "l.ts", ...columns, "l.kwh", "exp(p.usual_week) AS expected_kwh"].join(", ")
  }
    FROM ${loads} l
    JOIN energy_profile p ON p.meter_id = l.meter_id AND p.ts = l.ts
    ${joins.join("\n    ")}
    ORDER BY l.meter_id, l.ts`;
}

async function removeOthers(directory: string, dataset: string, keep: string): Promise<void> {
  const stale = new RegExp(`^${RegExp.escape(dataset)}-[0-9a-f]+-[0-9a-f]+\\.parquet$`);
  for await (const { name } of Deno.readDir(directory)) {
    if (name !== keep && stale.test(name)) await removeFile(join(directory, name));
  }
}

/** Another process may have removed it at the same time. */
async function removeFile(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
