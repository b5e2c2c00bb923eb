/** The experiment of the target that one of the source is imported into. */

import type { Experiment } from "../client/experiment.ts";
import { setExperimentTag } from "../client/experiment_tags.ts";
import { createExperiment, getExperimentByName, restoreExperiment } from "../client/experiments.ts";
import { MlflowError } from "../client/mlflow_error.ts";
import { readableItems } from "./import_ledger.ts";
import type { ImportState } from "./import_state.ts";
import { idTag, ownTags, sourceTag } from "./import_tags.ts";
import { type SourceExperiment, Unreadable } from "./run_source.ts";
import { importedRuns } from "./target_run.ts";

/**
 * Opens the experiment of the same name, or makes it. A deleted one of the source stays active
 * until all of it is there.
 *
 * @returns Its id; undefined when nothing is left to import into it.
 * @throws {Unreadable} When the target has another, deleted experiment of the name.
 */
export async function openTargetExperiment(
  state: ImportState,
  experiment: SourceExperiment,
): Promise<string | undefined> {
  const { client, source, ledger } = state;
  const { id, name, tags, lifecycle } = experiment;
  const found = await experimentNamed(state, name);
  if (found === undefined) {
    ledger.experiments.imported++;
    const marks = { [sourceTag]: source.place, [idTag]: id };
    return await createExperiment(client, { name, tags: { ...ownTags(tags), ...marks } });
  }
  ledger.experiments.before++;
  const isOurs = found.tags[idTag] === id;
  if (lifecycle === "deleted" && found.lifecycleStage === "active" && !isOurs) {
    const reason = "Cannot import a deleted experiment: expected its name to be free";
    ledger.skipped.push({ place: `experiment ${name}`, reason });
    return undefined;
  }
  if (found.lifecycleStage === "deleted") {
    if (lifecycle !== "deleted" || !isOurs) {
      const reason = "Cannot import an experiment: expected none, or an active one, of its name";
      const place = `experiment ${name}`;
      throw new Unreadable(place, reason);
    }
    if (await isComplete(state, experiment, found.experimentId)) return undefined;
    await restoreExperiment(client, found.experimentId);
  }
  for (const [key, value] of Object.entries(ownTags(tags))) {
    if (found.tags[key] !== undefined) continue;
    await setExperimentTag(client, { experimentId: found.experimentId, key, value });
  }
  return found.experimentId;
}

async function experimentNamed(
  { client }: ImportState,
  name: string,
): Promise<Experiment | undefined> {
  try {
    return await getExperimentByName(client, name);
  } catch (error) {
    const isAbsent = error instanceof MlflowError && error.errorCode === "RESOURCE_DOES_NOT_EXIST";
    if (isAbsent) return undefined;
    throw error;
  }
}

async function isComplete(
  { client, source, ledger }: ImportState,
  experiment: SourceExperiment,
  experimentId: string,
): Promise<boolean> {
  const finished = new Set<string>();
  for await (const run of importedRuns(client, experimentId)) {
    if (run.finished) finished.add(run.sourceId);
  }
  let count = 0;
  for await (const { id } of readableItems({ problems: [] }, source.runs(experiment))) {
    if (!finished.has(id)) return false;
    count++;
  }
  ledger.runs.before += count;
  return true;
}
