/** Opens the features of a dataset of the lake. */
import { join } from "node:path";
import type { LakeManifest } from "../../data/mod.ts";
import type { Context } from "../context.ts";
import { type FeatureView, metersReadTooSeldom, openFeatureTable } from "../features/mod.ts";
import type { Progress } from "../progress.ts";

/**
 * Opens the relation `features` by some views, and says which meters it leaves out.
 *
 * @param context Its database holds the relations of the dataset.
 * @throws {RangeError} When no meter of the dataset is read at least hourly.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "../features/mod.ts";
 * import { withChampionHome } from "../champion_home_fixture.ts";
 * import { silent } from "../trained_home_fixture.ts";
 * await withChampionHome(async ({ context, training }) => {
 *   await openFeatures(context, featureViews, training.ingested.manifest, silent);
 *   const [{ n }] = await context.db.rows<{ n: number }>("SELECT count(*) AS n FROM features");
 *   assert.equal(n, training.rows);
 * });
 * ```
 */
export async function openFeatures(
  { db, config, scratch }: Pick<Context, "db" | "config" | "scratch">,
  views: readonly FeatureView[],
  { dataset, sourceDigest }: Pick<LakeManifest, "dataset" | "sourceDigest">,
  progress: Progress,
): Promise<void> {
  const leftOut = await metersReadTooSeldom(db);
  if (leftOut.length > 0) {
    progress.note(`Left out as they are read less than hourly: ${leftOut.join(", ")}`);
  }
  await progress.step("features", (onProgress) =>
    openFeatureTable(db, views, {
      directory: join(config.home, "features"),
      scratch,
      dataset,
      digest: sourceDigest,
      onProgress,
    }));
}
