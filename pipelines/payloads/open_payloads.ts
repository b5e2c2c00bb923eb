/** Opens the payloads of a version as the features of a window, for monitoring. */
import { join } from "node:path";
import { type Database, sqlString } from "../../data/mod.ts";
import { listPayloadFiles } from "./payload_files.ts";

/**
 * Makes the relation `features` of the hours that a server was asked to score: per meter and hour
 * what it was given last, in the order of meters and times. Rows of ready-made features, of which
 * nobody knows the hour, are left out.
 *
 * @param directory See `payloadDirectory`.
 * @returns How many hours there are.
 * @throws {RangeError} When there are none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await assert.rejects(openPayloads(db, "/nowhere", { name: "m", version: "1" }), RangeError);
 * ```
 */
export async function openPayloads(
  db: Database,
  directory: string,
  { name, version }: { readonly name: string; readonly version: string },
): Promise<number> {
  const folder = join(directory, `${encodeURIComponent(name)}-v${version}`);
  const files = (await listPayloadFiles(folder)).map(({ path }) => sqlString(path));
  const none = new RangeError(
    `Cannot monitor the payloads of ${name} version ${version} as none were kept in ${folder}`,
  );
  if (files.length === 0) throw none;
  await db.run(`
    CREATE OR REPLACE TABLE features AS
      SELECT * EXCLUDE (received_at, score, label)
      FROM read_parquet([${files.join(", ")}]) WHERE meter_id IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY meter_id, ts ORDER BY received_at DESC, score DESC) = 1
      ORDER BY meter_id, ts`);
  const [{ hours }] = await db.rows<{ hours: number }>("SELECT count(*) AS hours FROM features");
  if (hours === 0) throw none;
  return hours;
}
