import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { openSentReadings } from "./sent_readings.ts";

Deno.test("the table of sent readings is made anew once many rows are deleted of it", async () => {
  await using db = await openDatabase({ threads: 1 });
  let made = 0;
  const sent = await openSentReadings(db, () => Promise.resolve(void made++));
  const readings = Array.from({ length: 25_000 }, (_, i) => ({ meterId: "m", ts: i, kwh: 1 }));
  // Deleted before each: none, 25,000, 50,000, then more than is put up with.
  const times: number[] = [];
  for (let i = 0; i < 4; i++) {
    await sent.hold(readings);
    times.push(made);
    assert.deepEqual(await db.rows("SELECT count(*) AS n FROM sent"), [{ n: 25_000 }]);
  }
  assert.deepEqual(times, [0, 0, 0, 1]);
});

Deno.test("a query planned over few readings is right over any that come later", async () => {
  await using db = await openDatabase({ threads: 1 });
  const sent = await openSentReadings(db, () => Promise.resolve());
  await sent.hold([{ meterId: "b9", ts: 3_600_000, kwh: 1 }]);
  const query = await db.prepare(`
    WITH known AS MATERIALIZED (SELECT DISTINCT meter_id, ts FROM main.sent ORDER BY meter_id, ts)
    SELECT s.meter_id, s.ts, sum(s.kwh) AS kwh FROM main.sent s
    JOIN known k ON k.meter_id = s.meter_id AND k.ts = s.ts GROUP BY ALL ORDER BY ALL`);
  const read = async () => {
    const columns = await query.columns();
    const [ts, kwh] = [columns.numbers("ts"), columns.numbers("kwh")];
    return columns.texts("meter_id").map((meterId, i) => ({ meterId, ts: ts[i], kwh: kwh[i] }));
  };
  assert.deepEqual(await read(), [{ meterId: "b9", ts: 3_600_000, kwh: 1 }]);
  const later = ["b101", "b9", "the north wing of the hostel", "é\u{1f600}"].map((meterId, i) => ({
    meterId,
    ts: Date.UTC(1960 + 40 * i, 0, 1),
    kwh: -5 + 1e6 * i,
  }));
  await sent.hold(later);
  assert.deepEqual(await read(), later);
});
