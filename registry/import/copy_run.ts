/** Copying what a run holds into the run that was made for it. */

import { logInputs, logModelInputs, logOutputs } from "../client/inputs.ts";
import { logBatch } from "../client/log_batch.ts";
import { setRunTag } from "../client/run_tags.ts";
import { deleteRun, restoreRun, updateRun } from "../client/runs.ts";
import { copyArtifacts, type ImportState, newIdIn } from "./import_state.ts";
import { finishedTag, ownTags } from "./import_tags.ts";
import { tagsWithNewIds } from "./new_ids.ts";
import type { SourceMetric, SourceRun } from "./run_source.ts";
import type { TargetRun } from "./target_run.ts";

const metricsPerRequest = 800;

/**
 * Copies a run; what an import before had copied of it stays. The mark that all is there comes
 * last, or not at all where a file could not be read.
 *
 * @throws {Unreadable} When something of the run cannot be read or did not arrive.
 * @throws {MlflowError} When the target refuses.
 */
export async function copyRun(state: ImportState, run: SourceRun, made: TargetRun): Promise<void> {
  const { client, ledger } = state;
  const { runId } = made;
  if (made.lifecycle === "deleted") await restoreRun(client, runId);
  const tags = tagsWithNewIds(ownTags(run.tags), newIdIn(state));
  await logBatch(client, runId, { params: run.params, tags });
  await copyMetrics(state, run, runId);
  if (run.datasets.length > 0) await logInputs(client, runId, run.datasets);
  const inputs = run.modelInputs.map((id) => state.models.get(id)?.modelId ?? id);
  if (inputs.length > 0) await logModelInputs(client, runId, inputs);
  const outputs = run.modelOutputs.map(({ modelId, step }) => ({
    modelId: state.models.get(modelId)?.modelId ?? modelId,
    step,
  }));
  if (outputs.length > 0) await logOutputs(client, runId, outputs);
  const { digest, unreadable } = await copyArtifacts(
    state,
    state.source.runFiles(run),
    made.artifactUri,
  );
  await updateRun(client, { runId, status: run.status, endTime: run.endTime });
  if (unreadable.length === 0) {
    await setRunTag(client, { runId, key: finishedTag, value: digest });
    ledger.runs.imported++;
  }
  if (run.lifecycle === "deleted") await deleteRun(client, runId);
  for (const { place, message } of unreadable) {
    ledger.problems.push({ place: `run ${run.id}: ${place}`, reason: message });
  }
}

async function copyMetrics(state: ImportState, run: SourceRun, runId: string): Promise<void> {
  let waiting: SourceMetric[] = [];
  const send = async () => {
    await logBatch(state.client, runId, { metrics: waiting });
    state.ledger.metrics += waiting.length;
    waiting = [];
  };
  for (const key of run.metricKeys) {
    for await (const metric of state.source.metricHistory(run, key)) {
      waiting.push(metric);
      if (waiting.length === metricsPerRequest) await send();
    }
  }
  if (waiting.length > 0) await send();
}
