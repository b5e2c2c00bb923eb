/** Copying a logged model with its metrics and files. */

import { logBatch } from "../client/log_batch.ts";
import { setLoggedModelTags } from "../client/logged_model_tags.ts";
import { createLoggedModel, finalizeLoggedModel } from "../client/logged_models.ts";
import type { Metric } from "../client/metric.ts";
import { copyArtifacts, type ImportState, newIdIn, type TargetModel } from "./import_state.ts";
import { finishedTag, idTag, ownTags, sourceTag } from "./import_tags.ts";
import { tagsWithNewIds } from "./new_ids.ts";
import type { SourceModel } from "./run_source.ts";

const metricsPerRequest = 800;

/**
 * Creates the logged model that one of the source becomes.
 *
 * @throws {MlflowError} When the target refuses.
 */
export async function createTargetModel(
  state: ImportState,
  model: SourceModel,
  experimentId: string,
): Promise<TargetModel> {
  // The target lists the versions of a model by itself, as they are made.
  const { "mlflow.modelVersions": _versions, ...tags } = ownTags(model.tags);
  const created = await createLoggedModel(state.client, {
    experimentId,
    name: model.name,
    modelType: model.modelType,
    sourceRunId: state.runs.get(model.runId)?.runId,
    params: model.params,
    tags: {
      ...tagsWithNewIds(tags, newIdIn(state)),
      [sourceTag]: state.source.place,
      [idTag]: model.id,
    },
  });
  return { modelId: created.modelId, artifactUri: created.artifactUri, finished: false };
}

/**
 * Copies the files and metrics of a logged model; the mark that all is there comes last, or not at
 * all where a file could not be read.
 *
 * @throws {Unreadable} When something of the model cannot be read or did not arrive.
 * @throws {MlflowError} When the target refuses.
 */
export async function copyModel(
  state: ImportState,
  model: SourceModel,
  { modelId, artifactUri }: TargetModel,
): Promise<void> {
  const { client, ledger, source } = state;
  await copyModelMetrics(state, model, modelId);
  const { digest, unreadable } = await copyArtifacts(state, source.modelFiles(model), artifactUri);
  if (model.status !== "PENDING") await finalizeLoggedModel(client, modelId, model.status);
  for (const { place, message } of unreadable) {
    ledger.problems.push({ place: `logged model ${model.id}: ${place}`, reason: message });
  }
  if (unreadable.length > 0) return;
  await setLoggedModelTags(client, modelId, { [finishedTag]: digest });
  ledger.loggedModels.imported++;
}

async function copyModelMetrics(
  { client, ledger, runs, source }: ImportState,
  model: SourceModel,
  modelId: string,
): Promise<void> {
  const waiting = new Map<string, Metric[]>();
  const send = async (runId: string) => {
    await logBatch(client, runId, { metrics: waiting.get(runId) });
    waiting.delete(runId);
  };
  for await (const { runId: oldId, ...metric } of source.modelMetrics(model)) {
    const runId = runs.get(oldId)?.runId;
    if (runId === undefined) {
      ledger.skipped.push({
        place: `logged model ${model.id}`,
        reason: `Cannot log its metric "${metric.key}": its run ${oldId} is not imported`,
      });
      continue;
    }
    const batch = waiting.get(runId) ?? [];
    waiting.set(runId, batch);
    batch.push({ ...metric, modelId });
    if (batch.length === metricsPerRequest) await send(runId);
  }
  for (const runId of [...waiting.keys()]) await send(runId);
}
