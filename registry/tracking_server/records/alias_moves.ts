/** The history of aliases: every move, with when, from where and to where. */

import type { Database, ReadableDatabase } from "../database.ts";
import { type Page, type PageRequest, readPage } from "../search/page.ts";

/** A move of an alias in JSON; a version is absent where the alias was not there. */
export interface AliasMoveRecord {
  readonly alias: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly from_version?: string;
  readonly to_version?: string;
}

/**
 * Notes that an alias is about to move, if it does; to be called before it has.
 *
 * @param move Its new version is null where it is removed.
 * @param now Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../database.ts";
 * const database = openDatabase(":memory:");
 * recordAliasMove(database, { name: "load", alias: "champion", to: 1 }, 5);
 * assert.deepEqual(readAliasMoves(database, { name: "load" }, { size: 9 }).items, [
 *   { alias: "champion", time: 5, from_version: undefined, to_version: "1" },
 * ]);
 * database.close();
 * ```
 */
export function recordAliasMove(
  database: Database,
  { name, alias, to }: { name: string; alias: string; to: number | null },
  now: number,
): void {
  const from = database.first<{ version: number }>(
    "SELECT version FROM registered_model_aliases WHERE name = ? AND alias = ?",
    name,
    alias,
  )?.version ?? null;
  if (from === to) return;
  database.run(
    `INSERT INTO alias_moves (name, alias, time, from_version, to_version)
     VALUES (?, ?, ?, ?, ?)`,
    ...[name, alias, now, from, to],
  );
}

/**
 * Notes that the aliases of a model, or of one of its versions, are about to go with it.
 *
 * @param now Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../database.ts";
 * const database = openDatabase(":memory:");
 * recordAliasEnds(database, { name: "load" }, 5);
 * assert.deepEqual(readAliasMoves(database, { name: "load" }, { size: 9 }).items, []);
 * database.close();
 * ```
 */
export function recordAliasEnds(
  database: Database,
  { name, version }: { name: string; version?: number },
  now: number,
): void {
  const aliases = database.all<{ alias: string; version: number }>(
    "SELECT alias, version FROM registered_model_aliases WHERE name = ? ORDER BY alias",
    name,
  );
  for (const held of aliases) {
    if (version !== undefined && held.version !== version) continue;
    recordAliasMove(database, { name, alias: held.alias, to: null }, now);
  }
}

/**
 * The moves of a model's aliases, or of one of them, the last one first.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` for a page token that is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../database.ts";
 * const database = openDatabase(":memory:");
 * assert.deepEqual(readAliasMoves(database, { name: "load" }, { size: 9 }), { items: [] });
 * database.close();
 * ```
 */
export function readAliasMoves(
  database: ReadableDatabase,
  { name, alias }: { name: string; alias?: string },
  page: PageRequest,
): Page<AliasMoveRecord> {
  return readPage(page, (limit, offset) =>
    database.all<{
      alias: string;
      time: number;
      from_version: number | null;
      to_version: number | null;
    }>(
      `SELECT alias, time, from_version, to_version FROM alias_moves
       WHERE name = ? AND alias = coalesce(?, alias)
       ORDER BY move_id DESC LIMIT ? OFFSET ?`,
      ...[name, alias ?? null, limit, offset],
    ).map(({ from_version, to_version, ...move }) => ({
      ...move,
      from_version: versionText(from_version),
      to_version: versionText(to_version),
    })));
}

function versionText(version: number | null): string | undefined {
  return version === null ? undefined : String(version);
}
