import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { openPayloads } from "./open_payloads.ts";
import { openPayloadLog } from "./payload_log.ts";

Deno.test("openPayloads() gives of each hour what was scored last", async () => {
  const directory = await Deno.makeTempDir();
  await using db = await openDatabase({ threads: 1 });
  let ids = 0;
  const log = openPayloadLog({ db, directory, maxBytes: 1e9, newId: () => String(++ids) });
  const model = { name: "rooms/2", version: "4", columns: ["swing_24h"] };
  const row = (receivedAt: number, meterId: string, swing: number) => ({
    receivedAt,
    hour: { meterId, ts: 0, kwh: 2, expectedKwh: 1 },
    features: Float32Array.of(swing),
    score: 0.5,
    label: 0,
  });
  log.add(model, [row(10, "b", 1), row(30, "a", 5)]);
  await log.write();
  log.add(model, [row(20, "b", 2), {
    receivedAt: 40,
    features: Float32Array.of(9),
    score: 1,
    label: 1,
  }]);
  await log.write();
  assert.equal(await openPayloads(db, directory, model), 2);
  assert.deepEqual(await db.rows("SELECT * FROM features"), [
    { meter_id: "a", ts: 0, kwh: 2, expected_kwh: 1, swing_24h: 5 },
    { meter_id: "b", ts: 0, kwh: 2, expected_kwh: 1, swing_24h: 2 },
  ]);
  await assert.rejects(
    openPayloads(db, directory, { ...model, version: "5" }),
    /^RangeError: Cannot monitor the payloads of rooms\/2 version 5 as none were kept/,
  );
  await Deno.remove(directory, { recursive: true });
});
