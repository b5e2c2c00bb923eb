/** Where the results of batch scoring lie: a folder per scoring, and which one is current. */
import { join } from "node:path";
import { sqlString } from "../../data/duckdb/mod.ts";
import { readJsonFile, writeJsonFile } from "../json_file.ts";

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
 * Makes a scoring the current one and removes the others.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
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
 * await publishScoring(home, record);
 * assert.deepEqual(await readScoring(home, "hostel"), record);
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function publishScoring(home: string, record: ScoringRecord): Promise<void> {
  const directory = scoresDirectory(home, record.dataset);
  await writeJsonFile(join(directory, "current.json"), record);
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    if (isDirectory && name !== record.folder) {
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
  name: "scores" | "events",
): string {
  const path = join(scoresDirectory(home, record.dataset), record.folder, `${name}.parquet`);
  return `read_parquet(${sqlString(path)})`;
}
