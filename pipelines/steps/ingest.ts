/** Brings a dataset into the lake: load, check, clean, store. */
import {
  cleanReadings,
  type LakeManifest,
  openLake,
  runChecks,
  type Source,
  verifyLake,
  writeLake,
} from "../../data/mod.ts";
import type { Context } from "../context.ts";
import type { Progress } from "../progress.ts";

/** What an ingest brought. */
export interface Ingested {
  readonly manifest: LakeManifest;
  /** Where the bytes came from this time. */
  readonly source: LakeManifest["source"];
  /** Whether the lake already held the very same data. */
  readonly kept: boolean;
  /** Number of issues per rule of the quality checks. */
  readonly issues: Readonly<Record<string, number>>;
}

/**
 * Loads a source and stores its clean readings, unless a lake without damage holds them already;
 * then opens the relations `readings`, `meters`, `weather` and `issues` in `db`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { sources } from "../../data/mod.ts";
 * import { parseConfig } from "../config.ts";
 * import { createProgress } from "../progress.ts";
 * const home = await Deno.makeTempDir();
 * await using db = await openDatabase({ threads: 1 });
 * const source = sources.syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days: 2 });
 * const progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });
 * const { kept, manifest } = await ingest(
 *   { db, config: parseConfig({ WATTBOOK_HOME: home }) },
 *   source,
 *   progress,
 * );
 * assert.deepEqual([kept, manifest.dataset], [false, "synthetic-hostel"]);
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function ingest(
  { db, config }: Pick<Context, "db" | "config">,
  source: Source,
  progress: Progress,
): Promise<Ingested> {
  const { home, dataMirror: mirror } = config;
  const loaded = await progress.step(
    `load ${source.name}`,
    (onProgress) => source.load(db, { home, mirror, fetch, onProgress }),
  );
  const stored = await verifyLake(home, loaded.dataset);
  const kept = stored?.sourceDigest === loaded.digest;
  if (!kept) {
    const issues = await progress.step("check", async (onProgress) => {
      await cleanReadings(db);
      return await runChecks(db, { onProgress });
    });
    await progress.step(
      "store",
      (onProgress) => writeLake(db, { home, loaded, issues, onProgress }),
    );
  }
  const manifest = await openLake(db, home, loaded.dataset);
  const issues = await db.rows<{ rule: string; issues: number }>(
    "SELECT rule, count(*) AS issues FROM issues GROUP BY rule ORDER BY rule",
  );
  return {
    manifest,
    source: loaded.source,
    kept,
    issues: Object.fromEntries(issues.map(({ rule, issues }) => [rule, issues])),
  };
}
