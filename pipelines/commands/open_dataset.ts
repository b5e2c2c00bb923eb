/** Opens a stored dataset with the features of a model. */
import { type LakeManifest, openLake } from "../../data/mod.ts";
import type { Context } from "../context.ts";
import type { Progress } from "../progress.ts";
import { loadModel, type ServedModel } from "../realtime/served_model.ts";
import { openFeatures } from "../steps/open_features.ts";

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
  context: Context,
  { dataset, model: uri }: { readonly dataset: string; readonly model: string },
  progress: Progress,
): Promise<OpenDataset> {
  const model = await loadModel(context.registry, uri);
  const manifest = await openLake(context.db, context.config.home, dataset);
  await openFeatures(context, model.views, manifest, progress);
  return { manifest, model };
}
