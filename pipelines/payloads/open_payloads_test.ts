import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { openPayloads } from "./open_payloads.ts";
import { openPayloadLog } from "./payload_log.ts";

const HOUR = 3_600_000;

Deno.test("openPayloads() puts what was scored last in the place of a window's features", async () => {
  const directory = await Deno.makeTempDir();
  await using db = await openDatabase({ threads: 1 });
  let ids = 0;
  const log = openPayloadLog({ db, directory, maxBytes: 1e9, newId: () => String(++ids) });
  const model = { name: "rooms/2", version: "4", columns: ["swing_24h"] };
  const row = (receivedAt: number, meterId: string, hour: number, swing: number) => ({
    receivedAt,
    hour: { meterId, ts: hour * HOUR, kwh: 2, expectedKwh: 1 },
    features: Float32Array.of(swing),
    score: 0.5,
    label: 0,
  });
  log.add(model, [row(10, "b", 2, 1), row(30, "a", 2, 5), row(30, "a", 9, 7)]);
  await log.write();
  const { hour: _, ...readyMade } = row(40, "b", 2, 9);
  log.add(model, [row(20, "b", 2, 2), readyMade]);
  await log.write();
  await db.run(`
    CREATE TABLE stored AS
      SELECT unnest(['a', 'a', 'a']) AS meter_id,
        unnest([TIMESTAMP '1970-01-01 01:00', '1970-01-01 02:00', '1970-01-01 03:00']) AS ts,
        8.0::FLOAT AS swing_24h, 6.0::FLOAT AS hour, 3.0 AS kwh, 3.0 AS expected_kwh;
    CREATE VIEW features AS SELECT * FROM stored`);
  const selection = { ...model, from: 2 * HOUR, to: 4 * HOUR };
  await assert.rejects(
    openPayloads(db, directory, { ...selection, version: "5" }),
    /^RangeError: Cannot judge what was scored by rooms\/2 version 5 as none of the window was kept/,
  );
  await assert.rejects(
    openPayloads(db, directory, { ...selection, from: 3 * HOUR }),
    RangeError,
  );
  assert.equal(await openPayloads(db, directory, selection), 2);
  assert.deepEqual(
    await db.rows("SELECT meter_id, ts, swing_24h, hour, kwh FROM features ORDER BY ts, meter_id"),
    [
      { meter_id: "a", ts: HOUR, swing_24h: 8, hour: 6, kwh: 3 },
      { meter_id: "a", ts: 2 * HOUR, swing_24h: 5, hour: null, kwh: 2 },
      { meter_id: "b", ts: 2 * HOUR, swing_24h: 2, hour: null, kwh: 2 },
    ],
  );
  await Deno.remove(directory, { recursive: true });
});
