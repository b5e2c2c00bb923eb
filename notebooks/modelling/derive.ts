/** A dataset of its own, made of readings that a query gave. */
import { createRawTables, type Database, type Source } from "../../data/mod.ts";
import type { Context } from "../../pipelines/mod.ts";
import { type Dataset, toDataset } from "../session/mod.ts";
import type { Table } from "../tables/mod.ts";

/**
 * Stores readings as a dataset of the lake and opens it in place of the one that is open: a part of
 * it, or readings that were changed on purpose. Its meters and the weather are those of the open one.
 *
 * @param readings Columns `meter_id`, `ts` and `kwh`, in any order; a missing reading is `NaN`.
 * @param name Lower-case letters, digits and hyphens; what bears it is replaced.
 * @throws {RangeError} When a column is missing, the name is none or it is that of the open dataset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openContext } from "../../pipelines/context.ts";
 * import { openDataset } from "../session/mod.ts";
 * import { tableOfColumns } from "../tables/mod.ts";
 * const home = await Deno.makeTempDir();
 * {
 *   await using context = await openContext({ home }, () => 0);
 *   const file = `${home}/rooms.csv`;
 *   await Deno.writeTextFile(file, "meter_id,ts,kwh\nr1,2024-01-01,1\nr1,2024-01-02,2\nr2,2024-01-01,3\n");
 *   const open = await openDataset(context, file);
 *   const query = "SELECT meter_id, ts, 2 * kwh AS kwh FROM readings WHERE meter_id = 'r1'";
 *   const readings = tableOfColumns(await context.db.columns(query));
 *   const { meters } = await derive(context, open, "twice", readings);
 *   assert.equal(meters, 1);
 *   assert.deepEqual(await context.db.rows("SELECT sum(kwh) AS kwh FROM readings"), [{ kwh: 6 }]);
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function derive(
  { db, config }: Pick<Context, "db" | "config">,
  { dataset, source, sourceDigest }: Dataset,
  name: string,
  readings: Table<unknown>,
): Promise<Dataset> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name === dataset) {
    throw new RangeError(
      `Cannot derive a dataset from ${dataset}: expected another name of lower-case letters, digits and hyphens, got "${name}"`,
    );
  }
  const columns = orderedColumns(readings);
  const digest = await digestOf(sourceDigest, columns);
  const { ingest } = await import("../../pipelines/steps/mod.ts");
  const derived: Source = {
    name,
    title: `Derived from ${dataset}`,
    licence: "that of its origin",
    origin: dataset,
    load: async (db) => ({
      dataset: name,
      source,
      digest,
      meters: await fill(db, columns),
      readings: columns.ts.length,
    }),
  };
  // Whether it was there already must not be seen in what a cell shows.
  const { manifest } = await ingest({ db, config }, derived, {
    step: (_, body) => Promise.resolve(body(() => {})),
    note() {},
    seconds: {},
  });
  return toDataset(manifest);
}

interface ReadingColumns {
  readonly meter_id: readonly (string | null)[];
  readonly ts: Float64Array;
  readonly kwh: Float64Array;
}

/** A query without an order gives its rows in another one each time: digest and checks see one. */
function orderedColumns(readings: Table<unknown>): ReadingColumns {
  const meterId = readings.texts("meter_id");
  const [ts, kwh] = [readings.numbers("ts"), readings.numbers("kwh")];
  const compare = (a: string | null, b: string | null) =>
    a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
  const order = Uint32Array.from(ts.keys())
    .sort((a, b) => compare(meterId[a], meterId[b]) || ts[a] - ts[b] || kwh[a] - kwh[b]);
  return {
    meter_id: Array.from(order, (row) => meterId[row]),
    ts: Float64Array.from(order, (row) => ts[row]),
    kwh: Float64Array.from(order, (row) => kwh[row]),
  };
}

async function fill(db: Database, { meter_id, ts, kwh }: ReadingColumns): Promise<number> {
  await db.run(`
    CREATE OR REPLACE TEMP TABLE kept_meters AS FROM meters;
    CREATE OR REPLACE TEMP TABLE kept_weather AS FROM weather`);
  await createRawTables(db);
  await db.append("raw_readings", {
    meter_id: meter_id as string[],
    ts,
    kwh: Array.from(kwh, (value) => Number.isNaN(value) ? null : value),
    source_row: ts.map((_, row) => row + 1),
  });
  await db.run(`
    INSERT INTO meters BY NAME FROM kept_meters
      WHERE meter_id IN (SELECT DISTINCT meter_id FROM raw_readings);
    INSERT INTO weather BY NAME FROM kept_weather;
    DROP TABLE kept_meters;
    DROP TABLE kept_weather`);
  const [{ meters }] = await db.rows<{ meters: number }>("SELECT count(*) AS meters FROM meters");
  return meters;
}

/** Changes with what it was derived from and with every reading. */
async function digestOf(origin: string, { meter_id, ts, kwh }: ReadingColumns): Promise<string> {
  const parts = [`${origin}\n${meter_id.join("\n")}`, ts, kwh].map((part) =>
    typeof part === "string"
      ? new TextEncoder().encode(part)
      : new Uint8Array(Float64Array.from(part).buffer)
  );
  const digests = await Promise.all(parts.map((part) => crypto.subtle.digest("SHA-256", part)));
  const whole = await new Blob(digests).arrayBuffer();
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole)).toHex();
}
