/** An in-memory DuckDB: the one way this project runs SQL over columns. */

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { type AppendColumn, appendColumns } from "./append.ts";
import { cell } from "./cell.ts";
import { readColumns } from "./columns.ts";
import { type Float32Rows, readFloat32 } from "./float32.ts";
import type { Columns } from "../held_columns.ts";

/** Values bound to `?`, `$1` (array) or `$name` (record) in a statement. */
export type SqlParams =
  | (string | number | boolean | null)[]
  | Record<string, string | number | boolean | null>;

/** Limits of a database. */
export interface DatabaseOptions {
  /** Most memory DuckDB may take. @default {"1500MB"} */
  memoryLimit?: string;
  /** Worker threads. @default one per core */
  threads?: number;
  /** Folder to spill to what exceeds the memory; without it such a query fails. */
  tempDirectory?: string;
}

/** Options of a long read. */
export interface ReadOptions {
  /** Called with the share done, 0 to 1, never falling. */
  onProgress?: (fraction: number) => void;
}

/**
 * A query that DuckDB has planned. It reads what its tables hold when it runs; once any table is made
 * or dropped, DuckDB plans it anew at every run.
 */
export interface PreparedQuery {
  columns(): Promise<Columns>;
  /** Frees the plan. */
  close(): Promise<void>;
}

/**
 * A database in memory. Calls run one after another in the order they are made, so
 * statements that belong together need no lock. Errors of SQL carry DuckDB's message.
 */
export interface Database extends AsyncDisposable {
  /** Runs one or more statements and drops what they return. */
  run(sql: string, params?: SqlParams): Promise<void>;
  /**
   * Runs a query whose result is small, one object per row. Integers are numbers where
   * exact (else bigint), times are epoch milliseconds, dates `YYYY-MM-DD`, `NULL` is null.
   */
  rows<T>(sql: string, params?: SqlParams): Promise<T[]>;
  /** Runs a query of any size into typed columns. */
  columns(sql: string, params?: SqlParams): Promise<Columns>;
  /** Plans one query, to be run many times; see {@linkcode PreparedQuery}. */
  prepare(sql: string): Promise<PreparedQuery>;
  /** Runs one `SELECT` (no closing semicolon) of numeric columns into a float32 table. */
  float32(sql: string, options?: ReadOptions): Promise<Float32Rows>;
  /** Appends columns of equal length to a table; every column of the table is named. */
  append(table: string, columns: Readonly<Record<string, AppendColumn>>): Promise<void>;
  /**
   * Gives memory that tables no longer take back to the system. DuckDB keeps it for later tables, and
   * that is quicker where there are any.
   */
  release(): Promise<void>;
  /** Keeps what its views need until the database closes or keeps another under this name. */
  keep(name: string, resource: AsyncDisposable): Promise<void>;
  /**
   * Connects once more to the same database. The calls of each connection run in their own turn, beside
   * those of the others, and its temporary tables and search path are its own.
   */
  connect(): Promise<Database>;
  /** Waits for the calls under way; the database frees its memory, another connection only itself. */
  close(): Promise<void>;
}

/**
 * Opens an empty database in memory. Its time zone is UTC and it never loads an extension
 * from the network.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using db = await openDatabase({ threads: 1 });
 * assert.deepEqual(await db.rows("SELECT 1 + 1 AS two"), [{ two: 2 }]);
 * ```
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { memoryLimit = "1500MB", threads, tempDirectory = "" } = options;
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: memoryLimit,
    temp_directory: tempDirectory,
    autoinstall_known_extensions: "false",
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const kept = new Map<string, AsyncDisposable>();
  const connections: Connection[] = [];
  async function connect(): Promise<Database> {
    const connection = await openConnection(instance, memoryLimit);
    connections.push(connection);
    return { ...connection, keep, connect };
  }
  async function keep(name: string, resource: AsyncDisposable): Promise<void> {
    const before = kept.get(name);
    kept.set(name, resource);
    await before?.[Symbol.asyncDispose]();
  }
  let closed = false;
  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await Promise.all(connections.map((connection) => connection.close()));
    instance.closeSync();
    for (const resource of kept.values()) await resource[Symbol.asyncDispose]();
  }
  return { ...await connect(), close, [Symbol.asyncDispose]: close };
}

type Connection = Omit<Database, "keep" | "connect">;

async function openConnection(instance: DuckDBInstance, memoryLimit: string): Promise<Connection> {
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'; SET enable_progress_bar_print = false");

  let last: Promise<unknown> = Promise.resolve();
  // A connection holds one open result at a time: a second query would cut the first short.
  function inTurn<T>(call: () => Promise<T>): Promise<T> {
    const turn = last.then(call);
    last = turn.catch(() => {});
    return turn;
  }
  let closed = false;
  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await last;
    connection.closeSync();
  }

  return {
    run: (sql, params) =>
      inTurn(async () => {
        await connection.run(sql, params);
      }),
    rows: <T>(sql: string, params?: SqlParams) =>
      inTurn(async () => {
        const result = await connection.run(sql, params);
        return await result.convertRowObjects(cell) as T[];
      }),
    columns: (sql, params) =>
      inTurn(async () => await readColumns(await connection.stream(sql, params))),
    prepare: (sql) =>
      inTurn(async () => {
        const statement = await connection.prepare(sql);
        return {
          columns: () => inTurn(async () => await readColumns(await statement.stream())),
          close: () => inTurn(async () => await Promise.resolve(statement.destroySync())),
        };
      }),
    float32: (sql, { onProgress } = {}) =>
      inTurn(() => watched(connection, () => readFloat32(connection, sql), onProgress)),
    append: (table, columns) =>
      inTurn(async () => {
        const probe = await connection.run(`SELECT * FROM ${table} LIMIT 0`);
        const appender = await connection.createAppender(table);
        appendColumns(appender, probe.columnNames(), columns);
      }),
    // The one statement that empties DuckDB's allocator, whether or not the limit is another.
    release: () =>
      inTurn(async () => {
        await connection.run(`SET memory_limit = '${memoryLimit}'`);
      }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const PROGRESS_INTERVAL_MS = 100;

/** Reports DuckDB's own estimate of the running query while `read` is under way. */
async function watched<T>(
  connection: DuckDBConnection,
  read: () => Promise<T>,
  onProgress: ((fraction: number) => void) | undefined,
): Promise<T> {
  if (onProgress === undefined) return await read();
  // It is counted at every step of a query, so only for one who asks.
  await connection.run("SET enable_progress_bar = true");
  let reached = 0;
  const timer = setInterval(() => {
    reached = Math.max(reached, connection.progress.percentage / 100);
    onProgress(reached);
  }, PROGRESS_INTERVAL_MS);
  try {
    return await read();
  } finally {
    clearInterval(timer);
    await connection.run("SET enable_progress_bar = false");
    onProgress(1);
  }
}
