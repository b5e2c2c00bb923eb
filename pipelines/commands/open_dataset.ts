/** Opens a stored dataset with the features of a model. */
import { join } from "node:path";
import { type LakeManifest, openLake } from "../../data/mod.ts";
import type { Context } from "../context.ts";
import { openFeatureTable } from "../features/mod.ts";
import type { Progress } from "../progress.ts";
import { loadModel, type ServedModel } from "../realtime/served_model.ts";

/** A dataset of the lake and a model, ready to work together. */
export interface OpenDataset {
  readonly manifest: LakeManifest;
  readonly model: ServedModel;
}

/**
 * Loads a model and opens the relations of a dataset, among them `features` by the SQL packed
 * with the model. Close the model's session in the end.
 */
export async function openDataset(
  { db, config, scratch, registry }: Context,
  { dataset, model: uri }: { readonly dataset: string; readonly model: string },
  progress: Progress,
): Promise<OpenDataset> {
  const model = await loadModel(registry, uri);
  const manifest = await openLake(db, config.home, dataset);
  await progress.step("features", (onProgress) =>
    openFeatureTable(db, model.views, {
      directory: join(config.home, "features"),
      scratch,
      dataset,
      digest: manifest.sourceDigest,
      onProgress,
    }));
  return { manifest, model };
}
