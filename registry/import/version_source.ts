/** What a version of a registered model was made from, at the target. */

import type { NewModelVersion } from "../client/model_versions.ts";
import type { ImportState } from "./import_state.ts";
import type { SourceVersion } from "./run_source.ts";

/**
 * The source of a version with the run and the model that the target has for those of the version.
 * Files that lie with no run or model are not copied, so a version of them has no source here,
 * unless its address holds wherever it is asked from.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const models = new Map([["m-1", { modelId: "m-2", artifactUri: "", finished: true }]]);
 * const version = {
 *   version: 1, creationTime: 0, description: "", runId: "", stage: "None", tags: {},
 *   source: "models:/m-1", storage: "file:///mlruns/0/models/m-1/artifacts", modelId: "m-1",
 * };
 * assert.deepEqual(targetSource(version, { runs: new Map(), models }), {
 *   source: "models:/m-2",
 *   modelId: "m-2",
 * });
 * ```
 */
export function targetSource(
  { source, storage, runId, modelId }: SourceVersion,
  { runs, models }: Pick<ImportState, "runs" | "models">,
): Pick<NewModelVersion, "source" | "runId" | "modelId"> | undefined {
  const run = runs.get(runId)?.runId;
  const madeBy = run === undefined ? {} : { runId: run };
  const [, id = "", below = ""] = /\/([^/]+)\/artifacts(\/.*)?$/.exec(storage) ?? [];
  const model = models.get(modelId) ?? models.get(id);
  if (model !== undefined) {
    return { ...madeBy, source: `models:/${model.modelId}`, modelId: model.modelId };
  }
  const place = runs.get(id);
  if (place !== undefined) {
    return { ...madeBy, runId: run ?? place.runId, source: `${place.artifactUri}${below}` };
  }
  const isElsewhere = /^[a-z][a-z0-9+.-]+:/i.test(source) &&
    !/^(file|models|runs|mlflow-artifacts):/.test(source);
  return isElsewhere ? { ...madeBy, source } : undefined;
}
