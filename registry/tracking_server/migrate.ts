/** Bringing a database file up to this release. */

import type { Database } from "./database.ts";
import { migrations } from "./migrations/mod.ts";

/**
 * Runs the migrations that a database has not seen, each in a transaction of its own; several
 * processes may do so at once. The file keeps their count in `PRAGMA user_version`.
 *
 * @throws {RangeError} When the file has seen more migrations than this release knows, or is the
 * database of another program.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./database.ts";
 * const database = openDatabase(":memory:"); // migrates as it opens
 * migrate(database);
 * assert.deepEqual(database.all("SELECT name FROM experiments"), []);
 * database.close();
 * ```
 */
export function migrate(database: Database): void {
  while (migrationsSeen(database) < migrations.length) {
    database.transaction(() => {
      // Asked again: another process may have opened the same new file at the same moment.
      const seen = migrationsSeen(database);
      if (seen === migrations.length) return;
      if (seen === 0) requireEmpty(database);
      for (const statement of statementsOf(migrations[seen])) database.run(statement);
      database.run(`PRAGMA user_version = ${seen + 1}`);
    });
  }
}

function migrationsSeen(database: Database): number {
  const seen = database.first<{ user_version: number }>("PRAGMA user_version")?.user_version ?? 0;
  if (seen > migrations.length) {
    throw new RangeError(
      `Cannot open a tracking database of a newer release: expected at most ${migrations.length} migrations, got ${seen}`,
    );
  }
  return seen;
}

function requireEmpty(database: Database): void {
  const table = database.first<{ name: string }>("SELECT name FROM sqlite_master LIMIT 1")?.name;
  if (table === undefined) return;
  throw new RangeError(
    `Cannot open a database as that of the tracking server: expected a new file or one of its own, got one of another program with the table "${table}"`,
  );
}

function statementsOf(sql: string): string[] {
  return sql.replace(/--.*$/gm, "").split(";").map((part) => part.trim()).filter(Boolean);
}
