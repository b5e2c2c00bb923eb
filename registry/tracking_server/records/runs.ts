/** Runs as the database keeps them and the wire shows them. */

import type { ReadableDatabase } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { type MetricRecord, readLatestMetrics } from "./metrics.ts";
import { orAbsent, type Pair, readPairs } from "./pairs.ts";
import { type DatasetInputRecord, readRunInputs, readRunOutputs } from "./run_inputs.ts";

/** A run's own facts in MLflow's JSON. */
export interface RunInfoRecord {
  readonly run_id: string;
  /** The same as `run_id`; old clients read it. */
  readonly run_uuid: string;
  readonly run_name: string;
  readonly experiment_id: string;
  readonly user_id: string;
  readonly status: string;
  readonly start_time: number;
  /** Absent while the run goes on; MLflow never shows 0. */
  readonly end_time?: number;
  readonly artifact_uri: string;
  readonly lifecycle_stage: "active" | "deleted";
}

/** A run in MLflow's JSON; empty lists are absent. */
export interface RunRecord {
  readonly info: RunInfoRecord;
  readonly data: {
    readonly metrics?: readonly MetricRecord[];
    readonly params?: readonly Pair[];
    readonly tags?: readonly Pair[];
  };
  readonly inputs: {
    readonly dataset_inputs?: readonly DatasetInputRecord[];
    readonly model_inputs?: readonly { model_id: string }[];
  };
  readonly outputs: {
    readonly model_outputs?: readonly { model_id: string; step: number | bigint }[];
  };
}

/** A row of the table. */
export interface RunRow extends Omit<RunInfoRecord, "run_uuid" | "experiment_id" | "end_time"> {
  readonly experiment_id: number;
  readonly end_time: number | null;
}

/**
 * A run's own facts.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is no such run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => readRunInfo(store.database, "r"), { message: "Run with id=r not found" });
 * ```
 */
export function readRunInfo(database: ReadableDatabase, runId: string): RunInfoRecord {
  const row = database.first<RunRow>("SELECT * FROM runs WHERE run_id = ?", runId);
  if (row !== undefined) return runInfo(row);
  throw new TrackingError("RESOURCE_DOES_NOT_EXIST", `Run with id=${runId} not found`);
}

/**
 * The facts of a run that must take writes.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is no such run;
 * `INVALID_PARAMETER_VALUE` when it is deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 0, NULL, '', 'deleted')`);
 * assert.throws(() => readActiveRun(store.database, "r"), /must be in the 'active' state/);
 * ```
 */
export function readActiveRun(database: ReadableDatabase, runId: string): RunInfoRecord {
  const info = readRunInfo(database, runId);
  if (info.lifecycle_stage === "active") return info;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `The run ${runId} must be in the 'active' state. Current state is ${info.lifecycle_stage}.`,
  );
}

/**
 * A run with all that it logged.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is no such run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 5, NULL, '', 'active')`);
 * assert.equal(readRun(store.database, "r").info.start_time, 5);
 * ```
 */
export function readRun(database: ReadableDatabase, runId: string): RunRecord {
  return completeRun(database, readRunInfo(database, runId));
}

/**
 * Completes a run's facts with all that it logged.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 5, NULL, '', 'active')`);
 * assert.equal(completeRun(store.database, readRunInfo(store.database, "r")).data.tags, undefined);
 * ```
 */
export function completeRun(database: ReadableDatabase, info: RunInfoRecord): RunRecord {
  const { run_id } = info;
  return {
    info,
    data: {
      metrics: orAbsent(readLatestMetrics(database, run_id)),
      params: orAbsent(readPairs(database, "params", [run_id])),
      tags: orAbsent(readPairs(database, "tags", [run_id])),
    },
    inputs: readRunInputs(database, run_id),
    outputs: readRunOutputs(database, run_id),
  };
}

/**
 * A row as the wire shows it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const info = runInfo({
 *   run_id: "r", run_name: "a", experiment_id: 0, user_id: "", status: "RUNNING",
 *   start_time: 1, end_time: null, artifact_uri: "", lifecycle_stage: "active",
 * });
 * assert.equal(info.run_uuid, "r");
 * assert.equal(info.end_time, undefined);
 * ```
 */
export function runInfo(row: RunRow): RunInfoRecord {
  return {
    ...row,
    run_uuid: row.run_id,
    experiment_id: String(row.experiment_id),
    end_time: row.end_time || undefined,
  };
}
