/** Texts and truth values as numbers whose order says nothing. */
import { type Database, sqlName } from "../../../data/duckdb/mod.ts";

/** As many values have a bin each, the others share one. */
const NAMED = 20;
/** A column of more values names things, such as meters or mails. */
const MOST = 1000;
/** The code of a value that the reference never had. */
const NEVER = 1e6;

/** The codes of both tables, row by row; `NaN` where missing. */
export interface CategoryCodes {
  readonly reference: Float32Array;
  readonly current: Float32Array;
}

/**
 * The values of a column as numbers: 0 to 19 for the most frequent of the reference, 20 for its
 * others, a million for those it never had. `undefined` where it has none, or more than a thousand.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`CREATE TABLE reference AS FROM (VALUES ('a'), ('b'), ('b'), (NULL)) t(room);
 *   CREATE TABLE current AS FROM (VALUES ('b'), ('c')) t(room)`);
 * const codes = await categoryCodes(db, "room");
 * assert.deepEqual(codes?.current, Float32Array.of(0, 1e6));
 * ```
 */
export async function categoryCodes(
  db: Database,
  column: string,
): Promise<CategoryCodes | undefined> {
  const name = sqlName(column);
  const known = `(
    SELECT value, least(row_number() OVER (ORDER BY n DESC, value) - 1, ${NAMED}) AS code
    FROM (SELECT ${name}::VARCHAR AS value, count(*) AS n FROM reference
      WHERE ${name} IS NOT NULL GROUP BY ALL))`;
  const [{ n }] = await db.rows<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT DISTINCT ${name} FROM reference WHERE ${name} IS NOT NULL
      LIMIT ${MOST + 1})`,
  );
  if (n === 0 || n > MOST) return undefined;
  const codes = async (relation: string) =>
    (await db.float32(
      `SELECT CASE WHEN ${name} IS NULL THEN NULL ELSE coalesce(k.code, ${NEVER}) END::FLOAT AS code
       FROM ${relation} LEFT JOIN ${known} k ON k.value = ${name}::VARCHAR`,
    )).values;
  return { reference: await codes("reference"), current: await codes("current") };
}
