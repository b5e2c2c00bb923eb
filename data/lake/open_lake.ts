/** Reading a stored lake. */

import type { Database } from "../duckdb/mod.ts";
import { sqlFile } from "../sql_file.ts";
import { dropRelation } from "../relations.ts";
import { lakeFolder, MANIFEST } from "./folder.ts";
import { type LakeManifest, parseManifest } from "./manifest.ts";
import { lakeTurn, pinFiles } from "./readers.ts";

/** View → how the names of its files begin. */
const views = {
  readings: "month=",
  meters: "meters-",
  weather: "weather-",
  issues: "issues-",
  rejected: "rejected-",
} as const;

/**
 * The manifest of a dataset's lake, or `undefined` where none was written yet.
 *
 * @throws {SyntaxError} When the file is no manifest.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await readManifest("/nowhere", "synthetic-hostel"), undefined);
 * ```
 */
export async function readManifest(
  home: string,
  dataset: string,
): Promise<LakeManifest | undefined> {
  let text: string;
  try {
    text = await Deno.readTextFile(`${lakeFolder(home, dataset)}/${MANIFEST}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  return parseManifest(text);
}

/**
 * Makes the lake's tables views of `db`, replacing relations of these names:
 * `readings(meter_id, ts, kwh)`, `meters`, `weather`, `issues(meter_id, "from", "to", rule,
 * count)` and `rejected(meter_id, ts, kwh, source_row, reason)`. Only files that the manifest
 * lists are read. No writer removes them until `db` is closed or opens another lake: the views
 * keep showing the lake as it was.
 *
 * @throws {Error} When there is no lake, or a listed file is missing or of another size.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase();
 * await assert.rejects(openLake(db, "/nowhere", "hostel"), /Cannot open the lake of "hostel"/);
 * ```
 */
export async function openLake(
  db: Database,
  home: string,
  dataset: string,
): Promise<LakeManifest> {
  const folder = lakeFolder(home, dataset);
  const { manifest, pin } = await pinLake(home, dataset);
  try {
    for (const [view, prefix] of Object.entries(views)) {
      const files = manifest.files.filter((file) => file.path.startsWith(prefix));
      const paths = files.map((file) => sqlFile(`${folder}/${file.path}`));
      await dropRelation(db, view);
      await db.run(
        `CREATE VIEW ${view} AS FROM read_parquet([${
          paths.join(", ")
        }], hive_partitioning = false)`,
      );
    }
  } catch (error) {
    await pin[Symbol.asyncDispose]();
    throw error;
  }
  await db.keep("lake", pin);
  return manifest;
}

/** The manifest, and a hold on the files it lists. */
async function pinLake(
  home: string,
  dataset: string,
): Promise<{ manifest: LakeManifest; pin: AsyncDisposable }> {
  const folder = lakeFolder(home, dataset);
  if (await readManifest(home, dataset) !== undefined) {
    // In turn, so that no writer takes away a file between the manifest and the hold.
    using _turn = await lakeTurn(folder);
    const manifest = await readManifest(home, dataset);
    if (manifest !== undefined) {
      await requireFiles(folder, manifest);
      return { manifest, pin: await pinFiles(folder, manifest.files.map(({ path }) => path)) };
    }
  }
  throw new Error(`Cannot open the lake of "${dataset}": none was written to ${folder}`);
}

async function requireFiles(folder: string, manifest: LakeManifest): Promise<void> {
  for (const file of manifest.files) {
    const path = `${folder}/${file.path}`;
    const size = await sizeOf(path);
    if (size !== file.bytes) {
      throw new Error(
        `Cannot open the lake of "${manifest.dataset}": ${path} should have ${file.bytes} bytes, ${
          size === undefined ? "but is missing" : `but has ${size}`
        }`,
      );
    }
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await Deno.stat(path)).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
