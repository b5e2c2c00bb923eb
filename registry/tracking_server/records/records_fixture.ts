/** What the tests of the records share: an empty database with one run in it. */

import { type Database, openDatabase } from "../database.ts";

/**
 * Runs a test against a database in memory that holds experiment 0 and its run `r`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * withDatabase((database) => {
 *   assert.deepEqual(database.first("SELECT run_name FROM runs"), { run_name: "nightly" });
 * });
 * ```
 */
export function withDatabase(use: (database: Database) => void): void {
  const database = openDatabase(":memory:");
  database.run(
    "INSERT INTO experiments VALUES (0, 'Default', 'mlflow-artifacts:/0', 'active', 1, 2)",
  );
  database.run(
    `INSERT INTO runs
     VALUES ('r', 'nightly', 0, 'me', 'RUNNING', 5, NULL, 'mlflow-artifacts:/0/r/artifacts', 'active')`,
  );
  use(database);
  database.close();
}
