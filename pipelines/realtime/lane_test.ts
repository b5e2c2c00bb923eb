import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { openLane } from "./lane.ts";

Deno.test("a lane keeps its readings to itself, and reads the relations of requests first", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE SCHEMA request;
    CREATE TABLE meters AS SELECT 'stored' AS meter_id;
    CREATE TABLE request.meters AS SELECT 'r1' AS meter_id;
    CREATE TABLE sent AS SELECT 'none of a lane' AS meter_id`);
  const lanes = [await openLane(db), await openLane(await db.connect())];
  const read = ({ planned }: typeof lanes[number]) =>
    planned.columns("SELECT s.meter_id, kwh FROM sent s JOIN meters m ON m.meter_id = s.meter_id");
  for (const kwh of [1, 2]) {
    await Promise.all(
      lanes.map(({ sent }, i) => sent.hold([{ meterId: "r1", ts: 0, kwh: 10 * i + kwh }])),
    );
    const columns = await Promise.all(lanes.map(read));
    assert.deepEqual(columns.map((of) => [...of.numbers("kwh")]), [[kwh], [10 + kwh]]);
  }
  await lanes[0].planned.forget();
  assert.deepEqual((await read(lanes[0])).texts("meter_id"), ["r1"]);
});
