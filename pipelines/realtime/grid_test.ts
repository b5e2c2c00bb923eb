import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { readGrids } from "./grid.ts";

const DAY = Date.UTC(2024, 0, 2);
const MINUTE = 60_000;

Deno.test("readGrids() takes the offsets of a meter's own readings, strays and daily meters aside", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE meters AS SELECT * FROM (VALUES
      ('hour', 60), ('half past', 60), ('quarter', 15), ('day', 1440), ('new', 60))
      m(meter_id, interval_minutes);
    CREATE TABLE history AS
      SELECT meter_id, TIMESTAMP '2024-01-01' + to_minutes(i * interval_minutes
        + CASE WHEN meter_id = 'half past' THEN 30 ELSE 0 END) AS ts
      FROM meters, range(200) r(i) WHERE meter_id <> 'new';
    INSERT INTO history VALUES ('hour', TIMESTAMP '2024-01-01 10:07')`);
  const check = await readGrids(db);
  const at = (meterId: string, minutes: number) => ({
    meterId,
    ts: DAY + minutes * MINUTE,
    kwh: 1,
  });
  const good = [
    at("hour", 600),
    at("half past", 30),
    at("quarter", 45),
    at("day", 7),
    at("new", 7),
  ];
  check([...good, { meterId: "hour", ts: -60 * MINUTE, kwh: 1 }]);
  for (
    const [reading, intervalMinutes] of [
      [at("hour", 607), 60],
      [at("half past", 60), 60],
      [at("quarter", 7), 15],
      [at("quarter", 15.5), 15],
    ] as const
  ) {
    const odd = (place: number) => ({ place, ts: reading.ts, intervalMinutes });
    assert.throws(() => check([reading, ...good, reading]), {
      name: "OffGridError",
      readings: [odd(0), odd(good.length + 1)],
    });
  }
});
