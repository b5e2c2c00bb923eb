/** The tracking database: SQLite in WAL mode, with exact int64 values. */

import { DatabaseSync, type StatementSync } from "node:sqlite";
import { migrate } from "./migrate.ts";

/** Milliseconds that one process waits for another to finish with the file. */
const patience = 10_000;

/** A value that a statement takes or gives. */
export type SqlValue = string | number | bigint | null;

/** A statement's parameter; undefined is stored as NULL. */
export type SqlParameter = SqlValue | undefined;

/** A database to read. Its methods block: the store is one file on this machine. */
export interface ReadableDatabase {
  /** The rows of a query. `Row` states what the query selects; integers stay exact. */
  all<Row extends object>(sql: string, ...values: readonly SqlParameter[]): Row[];
  /** The first row of a query. */
  first<Row extends object>(sql: string, ...values: readonly SqlParameter[]): Row | undefined;
}

/** An open database. */
export interface Database extends ReadableDatabase {
  /** Runs a statement and tells how many rows it changed and the last row id it gave. */
  run(sql: string, ...values: readonly SqlParameter[]): { changes: number; lastId: number };
  /** Does all of `work` or none of it, while no other process writes. */
  transaction<T>(work: () => T): T;
  /** Closes the file. */
  close(): void;
}

/**
 * Opens the database file, creating or migrating it when needed. Several processes may have it
 * open: readers never wait, and a writer waits for another for at most ten seconds.
 *
 * @param path File name, or `:memory:`.
 * @throws {RangeError} When the file was written by a newer release.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const database = openDatabase(":memory:");
 * assert.deepEqual(database.first("SELECT 9007199254740993 AS step"), { step: 9007199254740993n });
 * database.close();
 * ```
 */
export function openDatabase(path: string): Database {
  const connection = new DatabaseSync(path, { timeout: patience });
  writeAhead(connection);
  // NORMAL: in WAL mode a killed process loses nothing, only a power cut may lose the last moments.
  connection.exec("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  const statements = new Map<string, StatementSync>();

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statement.setReadBigInts(true);
    // Searches write their own text; a bound keeps an endless variety from piling up.
    if (statements.size >= 500) statements.clear();
    statements.set(sql, statement);
    return statement;
  }

  const database: Database = {
    all<Row extends object>(sql: string, ...values: readonly SqlParameter[]) {
      return prepared(sql).all(...values.map(stored)).map(exactRow) as Row[];
    },
    first<Row extends object>(sql: string, ...values: readonly SqlParameter[]) {
      const row = prepared(sql).get(...values.map(stored));
      return row === undefined ? undefined : exactRow(row) as Row;
    },
    run(sql, ...values) {
      const { changes, lastInsertRowid } = prepared(sql).run(...values.map(stored));
      return { changes: Number(changes), lastId: Number(lastInsertRowid) };
    },
    transaction(work) {
      connection.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        connection.exec("COMMIT");
        return result;
      } catch (error) {
        // A full disk, for one, makes SQLite roll back by itself.
        if (connection.isTransaction) connection.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => connection.close(),
  };
  migrate(database);
  return database;
}

/**
 * Turns on the write-ahead log. SQLite's own patience does not cover this one statement: of two
 * processes that open the same new file, one is told at once that the file is locked.
 */
function writeAhead(connection: DatabaseSync): void {
  const pause = 5;
  for (let waited = 0;; waited += pause) {
    try {
      connection.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= patience) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/**
 * Whether an error says that another process did not finish with the file in time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(isBusy(new Error("database is locked")), true);
 * assert.equal(isBusy(new Error("disk I/O error")), false);
 * ```
 */
export function isBusy(error: unknown): boolean {
  // Deno's errors do not always carry SQLite's result code, but always its text.
  return error instanceof Error && error.message === "database is locked";
}

function stored(value: SqlParameter): SqlValue {
  return value ?? null;
}

function exactRow(row: object): object {
  const cells: Record<string, unknown> = { ...row };
  for (const key in cells) {
    const value = cells[key];
    if (typeof value !== "bigint") continue;
    const number = Number(value);
    if (Number.isSafeInteger(number)) cells[key] = number;
  }
  return cells;
}
