import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { listPayloadFiles } from "./payload_files.ts";
import { openPayloadLog, type Payload } from "./payload_log.ts";

const HOUR = 3_600_000;
const V1 = { name: "energy-anomaly", version: "1", columns: ["hour", "swing_24h"] };

function payload(at: number, swing: number): Payload {
  return {
    receivedAt: at,
    hour: { meterId: "room-2-01", ts: at - HOUR, kwh: 0.5, expectedKwh: null },
    features: Float32Array.of(7, swing),
    score: 0.25,
    label: 0,
  };
}

Deno.test("openPayloadLog() keeps what was scored by version, in files of their own", async (t) => {
  const directory = await Deno.makeTempDir();
  await using db = await openDatabase({ threads: 1 });
  let ids = 0;
  const options = { db, directory, newId: () => String(++ids) };

  await t.step("rows come back as they were, missing values as NULL", async () => {
    await using log = openPayloadLog({ ...options, maxBytes: 1e9 });
    log.add(V1, [payload(2 * HOUR, 1.5)]);
    log.add({ ...V1, version: "2", columns: ["hour"] }, [{
      receivedAt: 3 * HOUR,
      features: Float32Array.of(9),
      score: 1,
      label: 1,
    }]);
    log.add(V1, [payload(2 * HOUR, NaN)]);
    await log.write();
    const [first, second] = await listPayloadFiles(directory);
    assert.deepEqual(await db.rows(`SELECT * FROM '${first.path}'`), [
      {
        received_at: 2 * HOUR,
        meter_id: "room-2-01",
        ts: HOUR,
        kwh: 0.5,
        expected_kwh: null,
        score: 0.25,
        label: 0,
        hour: 7,
        swing_24h: 1.5,
      },
      {
        received_at: 2 * HOUR,
        meter_id: "room-2-01",
        ts: HOUR,
        kwh: 0.5,
        expected_kwh: null,
        score: 0.25,
        label: 0,
        hour: 7,
        swing_24h: null,
      },
    ]);
    assert.deepEqual(
      await db.rows(`SELECT meter_id, ts, hour, label FROM '${second.path}'`),
      [{ meter_id: null, ts: null, hour: 9, label: 1 }],
    );
  });

  await t.step("rows beyond the bound are dropped and told", async () => {
    const told: number[] = [];
    const onDropped = (rows: number) => void told.push(rows);
    const log = openPayloadLog({ ...options, maxBytes: 1e9, onDropped });
    log.add(V1, Array.from({ length: 49_999 }, (_, i) => payload(5 * HOUR + i, 1)));
    log.add(V1, [payload(6 * HOUR, 1), payload(6 * HOUR, 2)]);
    await log.write();
    log.add(V1, [payload(7 * HOUR, 1)]);
    await log.write();
    assert.deepEqual(told, [1]);
    const rows = await Promise.all(
      (await listPayloadFiles(directory)).map(async ({ path }) =>
        (await db.rows<{ n: number }>(`SELECT count(*) AS n FROM '${path}'`))[0].n
      ),
    );
    assert.deepEqual(rows, [2, 1, 50_000, 1]);
  });

  await t.step("the oldest files go where they are too large together", async () => {
    await using log = openPayloadLog({ ...options, maxBytes: 1 });
    log.add(V1, [payload(8 * HOUR, 1)]);
    await log.write();
    assert.deepEqual(
      (await listPayloadFiles(directory)).map(({ path }) => path.slice(-30)),
      ["1970-01-01T080000000Z-5.parquet"].map((name) => name.slice(-30)),
    );
  });

  await t.step("a file that cannot be written takes no other with it", async () => {
    const told: number[] = [];
    const onDropped = (rows: number) => void told.push(rows);
    const log = openPayloadLog({ ...options, maxBytes: 1e9, onDropped });
    await Deno.writeTextFile(`${directory}/${V1.name}-v3`, "in the way of a folder");
    log.add({ ...V1, version: "3" }, [payload(9 * HOUR, 1), payload(9 * HOUR, 2)]);
    log.add(V1, [payload(9 * HOUR, 3)]);
    await assert.rejects(log.write(), Deno.errors.AlreadyExists);
    assert.deepEqual(told, [2]);
    const { path } = (await listPayloadFiles(directory)).at(-1)!;
    assert.deepEqual(await db.rows(`SELECT swing_24h FROM '${path}'`), [{ swing_24h: 3 }]);
    await log.write();
    assert.deepEqual(told, [2]);
  });
  await Deno.remove(directory, { recursive: true });
});
