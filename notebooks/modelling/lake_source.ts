/** A dataset of the lake as a source, for pipelines that begin with one. */
import {
  createRawTables,
  dropRelation,
  openLake,
  readManifest,
  type Source,
} from "../../data/mod.ts";

/**
 * What the lake holds under a name. Its digest is that of what was stored, so that ingesting it again
 * finds it there and keeps it.
 *
 * @throws {Error} On loading, when there is no such dataset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(lakeSource("synthetic-hostel").name, "synthetic-hostel");
 * ```
 */
export function lakeSource(name: string): Source {
  return {
    name,
    title: name,
    licence: "that of its origin",
    origin: "the lake",
    async load(db, { home }) {
      if (await readManifest(home, name) === undefined) {
        throw new Error(`Cannot load "${name}": the lake in ${home} has no such dataset`);
      }
      const { source, sourceDigest, meters, readings } = await openLake(db, home, name);
      await db.run(`
        CREATE OR REPLACE TEMP TABLE kept_readings AS FROM readings;
        CREATE OR REPLACE TEMP TABLE kept_meters AS FROM meters;
        CREATE OR REPLACE TEMP TABLE kept_weather AS FROM weather`);
      await createRawTables(db);
      await db.run(`
        INSERT INTO raw_readings SELECT meter_id, ts, kwh, row_number() OVER () FROM kept_readings;
        INSERT INTO meters BY NAME FROM kept_meters;
        INSERT INTO weather BY NAME FROM kept_weather`);
      for (const kept of ["kept_readings", "kept_meters", "kept_weather"]) {
        await dropRelation(db, kept);
      }
      return { dataset: name, source, digest: sourceDigest, meters, readings };
    },
  };
}
