/** Deleting for good what was deleted: rows that go, and what keeps one from going. */

import type { Database, ReadableDatabase } from "../database.ts";

/** A row to go, and the address of its artifacts. */
export interface Deleted {
  readonly id: string;
  readonly uri: string;
}

/** What kind of thing is deleted. */
export type PurgedKind = "logged_model" | "run" | "experiment";

/** Which of the deleted things are meant. */
export interface PurgeScope {
  /** Those that were deleted before this moment, in epoch milliseconds. */
  readonly before: number;
  /** Only this one, and of an experiment what is in it. */
  readonly only?: { readonly kind: PurgedKind; readonly id: string };
}

const scoped: Readonly<Record<PurgedKind, Readonly<Record<PurgedKind, string>>>> = {
  logged_model: { logged_model: "m.model_id = ?", run: "0", experiment: "m.experiment_id = ?" },
  run: { logged_model: "0", run: "r.run_id = ?", experiment: "r.experiment_id = ?" },
  experiment: { logged_model: "0", run: "0", experiment: "e.experiment_id = ?" },
};

const candidates: Readonly<Record<PurgedKind, string>> = {
  // A model is deleted by itself or with its experiment.
  logged_model: `SELECT m.model_id AS id, m.artifact_uri AS uri
    FROM logged_models m JOIN experiments e USING (experiment_id)
    WHERE (m.lifecycle_stage = 'deleted' AND m.last_updated_timestamp_ms < ?1
      OR e.lifecycle_stage = 'deleted' AND e.last_update_time < ?1)`,
  run: `SELECT r.run_id AS id, r.artifact_uri AS uri
    FROM runs r LEFT JOIN run_deletions d USING (run_id)
    WHERE r.lifecycle_stage = 'deleted' AND coalesce(d.time, -1) < ?1`,
  experiment: `SELECT e.experiment_id AS id, e.artifact_location AS uri FROM experiments e
    WHERE e.lifecycle_stage = 'deleted' AND e.last_update_time < ?1 AND e.experiment_id <> 0`,
};

/**
 * What is deleted and may go, unless {@link keptBy} says otherwise; the experiment `Default` stays,
 * as clients count on it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../database.ts";
 * const database = openDatabase(":memory:");
 * database.run("INSERT INTO experiments VALUES (7, 'old', 'mlflow-artifacts:/7', 'deleted', 1, 2)");
 * assert.deepEqual(deletedIn(database, "experiment", { before: 3 }), [
 *   { id: "7", uri: "mlflow-artifacts:/7" },
 * ]);
 * assert.deepEqual(deletedIn(database, "experiment", { before: 2 }), []);
 * database.close();
 * ```
 */
export function deletedIn(
  database: ReadableDatabase,
  kind: PurgedKind,
  { before, only }: PurgeScope,
): Deleted[] {
  const scope = only === undefined ? "1" : scoped[kind][only.kind];
  const values = scope.includes("?") ? [before, only!.id] : [before];
  return database.all<{ id: string | number; uri: string }>(
    `${candidates[kind]} AND ${scope.replace("?", "?2")} ORDER BY id`,
    ...values,
  ).map(({ id, uri }) => ({ id: String(id), uri }));
}

const versionAt = `SELECT name || '/' || version AS kept FROM model_versions
  WHERE lifecycle_stage = 'active'
    AND (storage_location = ?2 OR substr(storage_location, 1, length(?2) + 1) = ?2 || '/'`;

const keepers: Readonly<Record<PurgedKind, readonly (readonly [sql: string, what: string])[]>> = {
  logged_model: [[`${versionAt} OR model_id = ?1)`, "model version"]],
  run: [
    [`${versionAt} OR run_id = ?1)`, "model version"],
    [
      `SELECT model_id AS kept FROM logged_models WHERE source_run_id = ?1
       UNION SELECT model_id FROM logged_model_metrics WHERE run_id = ?1 AND ?2 IS NOT NULL`,
      "logged model",
    ],
  ],
  experiment: [
    [`${versionAt}) AND ?1 IS NOT NULL`, "model version"],
    [
      "SELECT model_id AS kept FROM logged_models WHERE experiment_id = ?1 AND ?2 IS NOT NULL",
      "logged model",
    ],
    ["SELECT run_id AS kept FROM runs WHERE experiment_id = ?1 AND ?2 IS NOT NULL", "run"],
  ],
};

/**
 * What still needs a deleted thing, so that it may not go: a version of a registered model, or a
 * logged model or run that is not gone itself.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../database.ts";
 * const database = openDatabase(":memory:");
 * assert.equal(keptBy(database, "run", { id: "r", uri: "mlflow-artifacts:/0/r" }), undefined);
 * database.close();
 * ```
 */
export function keptBy(
  database: ReadableDatabase,
  kind: PurgedKind,
  { id, uri }: Deleted,
): string | undefined {
  for (const [sql, what] of keepers[kind]) {
    const kept = database.first<{ kept: string }>(`${sql} LIMIT 1`, id, uri);
    if (kept !== undefined) return `The ${what} ${kept.kept} refers to it`;
  }
  return undefined;
}

const tables: Readonly<Record<PurgedKind, readonly (readonly [table: string, column: string])[]>> =
  {
    logged_model: [
      ["logged_model_metrics", "model_id"],
      ["logged_model_params", "model_id"],
      ["logged_model_tags", "model_id"],
      ["run_model_inputs", "model_id"],
      ["run_model_outputs", "model_id"],
      ["logged_models", "model_id"],
    ],
    run: [
      ["dataset_input_tags", "run_id"],
      ["dataset_inputs", "run_id"],
      ["run_model_inputs", "run_id"],
      ["run_model_outputs", "run_id"],
      ["latest_metrics", "run_id"],
      ["metrics", "run_id"],
      ["params", "run_id"],
      ["tags", "run_id"],
      ["runs", "run_id"],
    ],
    experiment: [
      ["datasets", "experiment_id"],
      ["experiment_tags", "experiment_id"],
      ["experiments", "experiment_id"],
    ],
  };

/**
 * Removes the rows of a thing, and notes that its artifacts are to be removed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../database.ts";
 * const database = openDatabase(":memory:");
 * database.run("INSERT INTO experiments VALUES (7, 'old', 'mlflow-artifacts:/7', 'deleted', 1, 2)");
 * purge(database, "experiment", { id: "7", uri: "mlflow-artifacts:/7" });
 * assert.deepEqual(database.all("SELECT * FROM experiments"), []);
 * assert.deepEqual(database.all("SELECT * FROM orphaned_artifacts"), [
 *   { uri: "mlflow-artifacts:/7" },
 * ]);
 * database.close();
 * ```
 */
export function purge(database: Database, kind: PurgedKind, { id, uri }: Deleted): void {
  for (const [table, column] of tables[kind]) {
    database.run(`DELETE FROM ${table} WHERE ${column} = ?`, id);
  }
  const own = ownFolder(id, uri);
  if (own === undefined || holdsAnExperiment(database, own)) return;
  database.run("INSERT INTO orphaned_artifacts VALUES (?) ON CONFLICT DO NOTHING", own);
}

/**
 * The folder that bears the id of its run, model or experiment; any other place may hold what is
 * not its own.
 */
function ownFolder(id: string, uri: string): string | undefined {
  const folder = uri.replace(/\/artifacts$/, "");
  return folder.endsWith(`/${id}`) ? folder : undefined;
}

function holdsAnExperiment(database: ReadableDatabase, folder: string): boolean {
  return database.first(
    `SELECT 1 FROM experiments
     WHERE artifact_location = ?1 OR substr(artifact_location, 1, length(?1) + 1) = ?1 || '/'`,
    folder,
  ) !== undefined;
}
