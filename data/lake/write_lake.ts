/** Storing a load as a lake. */

import { dirname } from "node:path";
import type { Issue } from "../checks/check.ts";
import { createIssues } from "../create_issues.ts";
import type { Database } from "../duckdb/mod.ts";
import { sqlString } from "../sql_string.ts";
import { dropRelation } from "../relations.ts";
import { fileSha256 } from "../digest.ts";
import type { LoadedSource } from "../sources/source.ts";
import { lakeFolder, MANIFEST } from "./folder.ts";
import { formatManifest, type LakeFile, type LakeManifest, parseManifest } from "./manifest.ts";
import { lakeTurn, pinnedFiles } from "./readers.ts";
import { sweep } from "./sweep.ts";

/** What to store and where. */
export interface WriteLakeOptions {
  /** Wattbook's home; the lake lies in `<home>/lake/<dataset>/`. */
  readonly home: string;
  /** What the source said of its load. */
  readonly loaded: LoadedSource;
  /** What the checks found. */
  readonly issues: readonly Issue[];
  /** Called with the share done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  /** Stops the write; the lake stays as it was. */
  readonly signal?: AbortSignal;
}

/**
 * Stores `clean_readings` (a file per UTC month), `meters`, `weather`, `rejected_readings` and
 * the issues as Parquet files named after their content, then the manifest that lists them.
 * The rename of the manifest is the moment the lake changes: killed before it, the old lake
 * stands; after it, the new one. What the manifest does not list is removed then, unless a
 * database that opened an older lake still reads it; what a kill or a reader leaves behind is
 * removed by the next write. The same rows give the same bytes. One process writes a dataset at
 * a time; others wait.
 *
 * @throws {RangeError} When there is no reading.
 * @throws {SyntaxError} When the manifest could not be read back; the old lake stands.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { cleanReadings } from "../clean_readings.ts";
 * import { openDatabase } from "../duckdb/mod.ts";
 * import { syntheticHostel } from "../sources/synthetic_hostel.ts";
 * await using db = await openDatabase();
 * const home = await Deno.makeTempDir();
 * const source = syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days: 1 });
 * const loaded = await source.load(db, { home, fetch });
 * await cleanReadings(db);
 * const manifest = await writeLake(db, { home, loaded, issues: [] });
 * assert.equal(manifest.readings, loaded.readings);
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function writeLake(db: Database, options: WriteLakeOptions): Promise<LakeManifest> {
  const { home, loaded, issues, onProgress, signal } = options;
  const folder = lakeFolder(home, loaded.dataset);
  await Deno.mkdir(folder, { recursive: true });
  using lock = await Deno.open(`${folder}.lock`, { create: true, write: true });
  await lock.lock(true);

  const facts = await factsOf(db);
  await createIssues(db, "lake_issues", issues);
  const tables = [...await monthTables(db), ...otherTables];
  const files: LakeFile[] = [];
  for (const { name, select } of tables) {
    signal?.throwIfAborted();
    files.push(await writeParquet(db, folder, name, select));
    onProgress?.(files.length / tables.length);
  }
  await dropRelation(db, "lake_issues");
  const manifest: LakeManifest = {
    dataset: loaded.dataset,
    source: loaded.source,
    sourceDigest: loaded.digest,
    ...facts,
    issues: issues.length,
    files: files.toSorted((a, b) => a.path < b.path ? -1 : 1),
  };
  const text = formatManifest(manifest);
  // A manifest that cannot be read back (a year above 9999) would close the dataset for good.
  parseManifest(text);
  await Deno.writeTextFile(`${folder}/${MANIFEST}.tmp`, text);
  using _turn = await lakeTurn(folder);
  await Deno.rename(`${folder}/${MANIFEST}.tmp`, `${folder}/${MANIFEST}`);
  const read = await pinnedFiles(folder);
  await sweep(folder, [MANIFEST, ...files.map((file) => file.path), ...read]);
  return manifest;
}

async function factsOf(
  db: Database,
): Promise<Pick<LakeManifest, "readings" | "meters" | "from" | "to" | "rejected">> {
  const [facts] = await db.rows<
    { readings: number; meters: number; from: number; to: number; rejected: number }
  >(`
    SELECT count(*) AS readings, min(ts) AS "from", max(ts) AS "to",
      (SELECT count(*) FROM meters) AS meters,
      (SELECT count(*) FROM rejected_readings) AS rejected
    FROM clean_readings`);
  if (facts.readings === 0) throw new RangeError("Cannot write a lake without any reading");
  return facts;
}

/** One file: its name without digest, and its rows in an order that any run repeats. */
interface LakeTable {
  name: string;
  select: string;
}

const otherTables: readonly LakeTable[] = [
  { name: "meters", select: "FROM meters ORDER BY meter_id" },
  { name: "weather", select: "FROM weather ORDER BY site_id, ts" },
  { name: "issues", select: 'FROM lake_issues ORDER BY meter_id, "from", rule' },
  { name: "rejected", select: "FROM rejected_readings ORDER BY source_row" },
];

async function monthTables(db: Database): Promise<LakeTable[]> {
  const months = await db.rows<{ month: string }>(
    "SELECT DISTINCT strftime(ts, '%Y-%m') AS month FROM clean_readings ORDER BY month",
  );
  return months.map(({ month }) => ({
    name: `month=${month}/readings`,
    select: `FROM clean_readings
      WHERE date_trunc('month', ts) = DATE '${month}-01' ORDER BY meter_id, ts`,
  }));
}

async function writeParquet(
  db: Database,
  folder: string,
  name: string,
  select: string,
): Promise<LakeFile> {
  const temporary = `${folder}/${name}.tmp`;
  await Deno.mkdir(dirname(temporary), { recursive: true });
  await db.run(`COPY (${select}) TO ${sqlString(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
  const sha256 = await fileSha256(temporary);
  const path = `${name}-${sha256.slice(0, 8)}.parquet`;
  const { size: bytes } = await Deno.stat(temporary);
  await Deno.rename(temporary, `${folder}/${path}`);
  return { path, bytes, sha256 };
}
