/** Where the results of batch scoring lie: a folder per scoring, and which one is current. */
import { join } from "node:path";
import { sqlString } from "../../data/duckdb/mod.ts";
import type { Context } from "../context.ts";
import { lockFolder } from "../folder_lock.ts";
import { readJsonFile, writeJsonFile } from "../json_file.ts";
import { linkFile } from "../link_file.ts";

/** What a scoring consists of. */
export const SCORING_FILES = ["scores", "events"] as const;

/** One batch scoring of a dataset. */
export interface ScoringRecord {
  readonly dataset: string;
  readonly model: string;
  readonly version: string;
  /** Members of the ensemble; the scores have a column each. */
  readonly members: readonly string[];
  /** Folder of `scores.parquet` and `events.parquet`, relative to the dataset's. */
  readonly folder: string;
  readonly rows: number;
  readonly anomalous_hours: number;
  readonly events: number;
  /** ISO 8601, UTC: first and last scored hour. */
  readonly from: string;
  readonly to: string;
}

/**
 * Folder of all scorings of a dataset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(scoresDirectory("/home", "hostel"), "/home/scores/hostel");
 * ```
 */
export function scoresDirectory(home: string, dataset: string): string {
  return join(home, "scores", dataset);
}

/**
 * The current scoring of a dataset; `undefined` before the first one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await readScoring("/nowhere", "hostel"), undefined);
 * ```
 */
export function readScoring(home: string, dataset: string): Promise<ScoringRecord | undefined> {
  return readJsonFile(join(scoresDirectory(home, dataset), "current.json"));
}

/**
 * Makes a scoring the current one. The one that was current until now stays for those who have just
 * looked it up; the others are removed. Several processes take turns.
 *
 * @param scratch Folder of this process with the files `scores.parquet` and `events.parquet`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseConfig } from "../config.ts";
 * const home = await Deno.makeTempDir();
 * const scratch = await Deno.makeTempDir({ dir: home });
 * for (const name of SCORING_FILES) await Deno.writeTextFile(`${scratch}/${name}.parquet`, "");
 * const record: ScoringRecord = {
 *   dataset: "hostel",
 *   model: "energy-anomaly",
 *   version: "1",
 *   members: ["iqr"],
 *   folder: "v1",
 *   rows: 2,
 *   anomalous_hours: 1,
 *   events: 1,
 *   from: "2024-01-01T00:00:00.000Z",
 *   to: "2024-01-01T01:00:00.000Z",
 * };
 * await publishScoring({ config: parseConfig({ WATTBOOK_HOME: home }), scratch }, record);
 * assert.deepEqual(await readScoring(home, "hostel"), record);
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function publishScoring(
  { config: { home }, scratch }: Pick<Context, "config" | "scratch">,
  record: ScoringRecord,
): Promise<void> {
  const directory = scoresDirectory(home, record.dataset);
  await Deno.mkdir(directory, { recursive: true });
  using _turn = await lockFolder(directory);
  const before = await readScoring(home, record.dataset);
  const folder = join(directory, record.folder);
  await Deno.mkdir(folder, { recursive: true });
  for (const name of SCORING_FILES) {
    await linkFile(join(scratch, `${name}.parquet`), join(folder, `${name}.parquet`));
  }
  await writeJsonFile(join(directory, "current.json"), record, scratch);
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    if (isDirectory && name !== record.folder && name !== before?.folder) {
      await Deno.remove(join(directory, name), { recursive: true });
    }
  }
}

/**
 * A Parquet file of a scoring as a DuckDB table function.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sqlString } from "../../data/duckdb/mod.ts";
 * const record = { dataset: "hostel", folder: "v1" };
 * const path = "/home/scores/hostel/v1/events.parquet";
 * assert.equal(scoringFile("/home", record, "events"), `read_parquet(${sqlString(path)})`);
 * ```
 */
export function scoringFile(
  home: string,
  record: Pick<ScoringRecord, "dataset" | "folder">,
  name: typeof SCORING_FILES[number],
): string {
  const path = join(scoresDirectory(home, record.dataset), record.folder, `${name}.parquet`);
  return `read_parquet(${sqlString(path)})`;
}
