/** `/gc`: removing for good what was deleted. */

import { collectGarbage } from "../collect_garbage.ts";
import { flag, integer, readParameters, text } from "../requests/parameters.ts";
import { requireExperiment } from "../records/experiments.ts";
import type { PurgedKind } from "../records/purge.ts";
import { readRunInfo } from "../records/runs.ts";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import type { Route } from "./route.ts";

const parameters = {
  deleted_before: integer,
  dry_run: flag,
  run_id: text,
  experiment_id: text,
  model_id: text,
} as const;

const collect: Route = {
  method: "POST",
  path: "gc",
  parameters,
  async answer(store, json) {
    const { deleted_before, dry_run = false, ...ids } = readParameters(parameters, json);
    const only = onlyOf(store, ids);
    // What is deleted in this very millisecond was deleted before.
    const before = deleted_before === undefined ? store.now() + 1 : Number(deleted_before);
    return await collectGarbage(store, { before, only }, { dryRun: dry_run });
  },
};

/** The endpoint of permanent deletion. */
export const garbageRoutes: readonly Route[] = [collect];

function onlyOf(
  { database }: TrackingStore,
  ids: { run_id?: string; experiment_id?: string; model_id?: string },
): { kind: PurgedKind; id: string } | undefined {
  const given = Object.entries(ids).filter(([, id]) => id);
  if (given.length > 1) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      "Cannot delete for good: expected at most one of run_id, experiment_id and model_id",
    );
  }
  const { run_id, experiment_id, model_id } = ids;
  if (run_id) {
    requireDeleted("run", run_id, readRunInfo(database, run_id).lifecycle_stage);
    return { kind: "run", id: run_id };
  }
  if (experiment_id) {
    const { lifecycle_stage } = requireExperiment(database, experiment_id);
    requireDeleted("experiment", experiment_id, lifecycle_stage);
    return { kind: "experiment", id: experiment_id };
  }
  if (!model_id) return undefined;
  const model = database.first<{ stage: string }>(
    "SELECT lifecycle_stage AS stage FROM logged_models WHERE model_id = ?",
    model_id,
  );
  if (model === undefined) {
    throw new TrackingError(
      "RESOURCE_DOES_NOT_EXIST",
      `Logged model with ID '${model_id}' not found.`,
    );
  }
  requireDeleted("logged model", model_id, model.stage);
  return { kind: "logged_model", id: model_id };
}

function requireDeleted(what: string, id: string, stage: string): void {
  if (stage === "deleted") return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `The ${what} ${id} must be in the 'deleted' state. Current state is ${stage}.`,
  );
}
