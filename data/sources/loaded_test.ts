import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { createRawTables } from "../relations.ts";
import { countLoaded } from "./loaded.ts";

Deno.test("countLoaded() counts meters and raw rows, also those without a value", async () => {
  await using db = await openDatabase({ threads: 1 });
  await createRawTables(db);
  await db.run(`
    INSERT INTO meters (meter_id) VALUES ('a'), ('b');
    INSERT INTO raw_readings (meter_id, kwh) VALUES ('a', 1), ('a', NULL), ('b', 2)`);
  assert.deepEqual(await countLoaded(db, { dataset: "d", source: "mirror", digest: "00" }), {
    dataset: "d",
    source: "mirror",
    digest: "00",
    meters: 2,
    readings: 3,
  });
});
