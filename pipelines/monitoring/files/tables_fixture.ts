/** Two small tables for the tests of the sections. */
import { openTable } from "../../../data/mod.ts";
import { type Database, openDatabase } from "../../../data/duckdb/mod.ts";
import { comparedColumns } from "./compared_columns.ts";
import type { FilesInput } from "./file_section.ts";

/** Rows of both tables, more than what is too few to judge values. */
export const ROWS = 1000;

/**
 * Opens two tables given by queries, runs a test and closes them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withTables("SELECT 1 AS x", "SELECT 2 AS x", ({ rows }) => {
 *   assert.deepEqual(rows, { reference: 1, current: 1 });
 * });
 * ```
 */
export async function withTables(
  reference: string,
  current: string,
  use: (input: FilesInput) => Promise<void> | void,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await using db = await openDatabase({ threads: 1 });
    await use(await openTables(db, folder, { reference, current }));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function openTables(
  db: Database,
  folder: string,
  queries: Record<"reference" | "current", string>,
): Promise<FilesInput> {
  const open = async (relation: "reference" | "current") => {
    const file = `${folder}/${relation}.parquet`;
    await db.run(`COPY (${queries[relation]}) TO '${file}'`);
    const columns = await openTable(db, relation, file);
    const [{ n }] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`);
    return { columns, n };
  };
  const [before, now] = [await open("reference"), await open("current")];
  return {
    db,
    columns: comparedColumns(before.columns, now.columns),
    rows: { reference: before.n, current: now.n },
  };
}
