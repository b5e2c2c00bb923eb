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
