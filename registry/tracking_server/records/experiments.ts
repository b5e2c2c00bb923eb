/** Experiments as the database keeps them and the wire shows them. */

import type { ReadableDatabase } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { orAbsent, type Pair, readPairs } from "./pairs.ts";

/** An experiment in MLflow's JSON. */
export interface ExperimentRecord {
  readonly experiment_id: string;
  readonly name: string;
  readonly artifact_location: string;
  readonly lifecycle_stage: "active" | "deleted";
  readonly creation_time: number;
  readonly last_update_time: number;
  readonly tags?: readonly Pair[];
}

/** A row of the table, whose id is a number. */
export interface ExperimentRow extends Omit<ExperimentRecord, "experiment_id" | "tags"> {
  readonly experiment_id: number;
}

/**
 * The number behind an experiment id.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is not a whole number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(experimentNumber("12"), 12);
 * assert.throws(() => experimentNumber("twelve"), /must be a valid integer/);
 * ```
 */
export function experimentNumber(id: string): number {
  // What Python's int() takes; no experiment has an id beyond what a number holds.
  if (/^\s*[+-]?\d+(_\d+)*\s*$/.test(id)) return Number(id.replaceAll("_", ""));
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Invalid experiment ID '${id}'. Experiment ID must be a valid integer.`,
  );
}

/**
 * The experiment of an id, deleted or not.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(readExperiment(store.database, "0").name, "Default");
 * ```
 */
export function readExperiment(database: ReadableDatabase, id: string): ExperimentRecord {
  return experimentRecord(database, requireExperiment(database, id));
}

/**
 * The row of an experiment, which must be there, deleted or not.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => requireExperiment(store.database, "9"), /No Experiment with id=9 exists/);
 * ```
 */
export function requireExperiment(database: ReadableDatabase, id: string): ExperimentRow {
  const row = database.first<ExperimentRow>(
    "SELECT * FROM experiments WHERE experiment_id = ?",
    experimentNumber(id),
  );
  if (row !== undefined) return row;
  throw noExperiment(id);
}

/**
 * The refusal of an id that no experiment has.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(noExperiment("9").message, "No Experiment with id=9 exists");
 * ```
 */
export function noExperiment(id: string): TrackingError {
  return new TrackingError("RESOURCE_DOES_NOT_EXIST", `No Experiment with id=${id} exists`);
}

/**
 * The row of an experiment, which must take writes.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none;
 * `INVALID_PARAMETER_VALUE` when it is deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(requireActiveExperiment(store.database, "0").name, "Default");
 * ```
 */
export function requireActiveExperiment(database: ReadableDatabase, id: string): ExperimentRow {
  const experiment = requireExperiment(database, id);
  if (experiment.lifecycle_stage === "active") return experiment;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `The experiment ${id} must be in the 'active' state. Current state is ${experiment.lifecycle_stage}.`,
  );
}

/**
 * Completes a row with its tags.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const [row] = store.database.all<ExperimentRow>("SELECT * FROM experiments");
 * assert.equal(experimentRecord(store.database, row).experiment_id, "0");
 * ```
 */
export function experimentRecord(database: ReadableDatabase, row: ExperimentRow): ExperimentRecord {
  return {
    ...row,
    experiment_id: String(row.experiment_id),
    tags: orAbsent(readPairs(database, "experiment_tags", [row.experiment_id])),
  };
}
