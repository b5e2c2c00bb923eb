/** Puts what a server was asked to score in the place of the stored features of a window. */
import { join } from "node:path";
import { type Database, sqlString } from "../../data/mod.ts";
import { listPayloadFiles } from "./payload_files.ts";

/** Which payloads. */
export interface PayloadSelection {
  /** Version in the registry that scored them. */
  readonly name: string;
  readonly version: string;
  /** Epoch milliseconds, inclusive. */
  readonly from: number;
  /** Epoch milliseconds, exclusive. */
  readonly to: number;
}

/**
 * Replaces, in the relation `features`, the rows of a window: per meter and hour by what a server
 * was given last, where it was given something, else by none. Features that the model does not
 * read are NULL there. Rows of ready-made features, of which nobody knows the hour, are left out.
 *
 * @param db Holds the view `features`.
 * @param directory See `payloadDirectory`.
 * @returns How many hours there are.
 * @throws {RangeError} When there are none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const selection = { name: "m", version: "1", from: 0, to: 1 };
 * await assert.rejects(openPayloads(db, "/nowhere", selection), RangeError);
 * ```
 */
export async function openPayloads(
  db: Database,
  directory: string,
  { name, version, from, to }: PayloadSelection,
): Promise<number> {
  const folder = join(directory, `${encodeURIComponent(name)}-v${version}`);
  const files = (await listPayloadFiles(folder)).map(({ path }) => sqlString(path));
  const [start, end] = [from, to].map((ms) => `make_timestamp(${Math.round(ms * 1000)})`);
  const none = new RangeError(
    `Cannot judge what was scored by ${name} version ${version} as none of the window was kept ` +
      `in ${folder}`,
  );
  if (files.length === 0) throw none;
  await db.run(`
    CREATE OR REPLACE TABLE payloads AS
      SELECT * EXCLUDE (received_at, score, label)
      FROM read_parquet([${files.join(", ")}]) WHERE ts >= ${start} AND ts < ${end}
      QUALIFY row_number()
        OVER (PARTITION BY meter_id, ts ORDER BY received_at DESC, score DESC) = 1`);
  const [{ hours }] = await db.rows<{ hours: number }>("SELECT count(*) AS hours FROM payloads");
  if (hours === 0) throw none;
  await db.run(`
    ALTER VIEW features RENAME TO stored_features;
    CREATE VIEW features AS
      SELECT * FROM stored_features WHERE ts < ${start} OR ts >= ${end}
      UNION ALL BY NAME SELECT * FROM payloads`);
  return hours;
}
