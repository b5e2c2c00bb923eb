import assert from "node:assert/strict";
import { featureViews } from "../features/mod.ts";
import { openReadings } from "../features/simulated_load.ts";
import { openHistory } from "./history.ts";

const NOON = Date.UTC(2021, 0, 4, 12);
const meters = [
  { meterId: "h", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 },
  { meterId: "q", siteId: "s", timeZone: "UTC", intervalMinutes: 30, size: 1 },
];
const readings = {
  meter_id: ["h", "q", "q", "q"],
  ts: [NOON, NOON, NOON + 1_800_000, NOON + 3_600_000],
  kwh: [4, 1, 2, 3],
};

Deno.test("openHistory() keeps all readings and the loads of complete hours", async () => {
  await using db = await openReadings(readings, { meters });
  const history = await openHistory(db, featureViews);
  assert.deepEqual(history.meterIds, new Set(["h", "q"]));
  assert.deepEqual(
    await db.rows("SELECT * FROM history ORDER BY meter_id, ts"),
    readings.ts.map((ts, i) => ({ meter_id: readings.meter_id[i], ts, kwh: readings.kwh[i] })),
  );
  assert.deepEqual(
    await db.rows("SELECT meter_id, ts, kwh FROM history_load ORDER BY meter_id"),
    [{ meter_id: "h", ts: NOON, kwh: 4 }, { meter_id: "q", ts: NOON, kwh: 3 }],
  );
});

Deno.test("openHistory() numbers the meters in the order of their names, also those that nobody describes", async () => {
  // The last two sort one way by UTF-16 and the other by bytes.
  const names = ["10", "9", "B", "a", "é", "\uff5e", "\u{1f600}"];
  await using db = await openReadings({
    meter_id: names.toReversed(),
    ts: names.map(() => NOON),
    kwh: names.map(() => 1),
  }, { meters: names.slice(2).map((meterId) => ({ ...meters[0], meterId })) });
  await openHistory(db, featureViews);
  const stored = await db.rows<{ id: string; place: number }>(
    "SELECT meter_id AS id, enum_code(meter_id) AS place FROM history ORDER BY meter_id",
  );
  // None has no name, which comes first.
  assert.deepEqual(stored, names.map((id, i) => ({ id, place: i + 1 })));
});

Deno.test("openHistory() keeps the dataset apart from the tables of a request", async () => {
  const weather = { siteId: "s", ts: [NOON], temperatureC: [7] };
  await using db = await openReadings(readings, { meters, weather });
  await openHistory(db, featureViews);
  await db.run("CREATE TABLE readings AS SELECT 'x' AS meter_id");
  assert.deepEqual(await db.rows("SELECT meter_id FROM readings"), [{ meter_id: "x" }]);
  assert.deepEqual(await db.rows("SELECT count(*) AS n FROM main.readings"), [{ n: 4 }]);
  assert.deepEqual(await db.rows("SELECT count(*) AS n FROM request.meters"), [{ n: 2 }]);
  assert.deepEqual(await db.rows("SELECT temperature_c FROM request.weather"), [
    { temperature_c: 7 },
  ]);
});

Deno.test("openHistory() opens lanes that see the same history, each with readings of its own", async () => {
  await using db = await openReadings(readings, { meters });
  const { lanes } = await openHistory(db, featureViews, 3);
  await Promise.all(lanes.map(({ sent }, i) => sent.hold([{ meterId: "h", ts: NOON, kwh: i }])));
  const kwh = await Promise.all(lanes.map(async ({ planned }) => {
    const columns = await planned.columns(
      "SELECT s.kwh, h.kwh AS stored FROM sent s JOIN history h ON h.meter_id = s.meter_id",
    );
    return [...columns.numbers("kwh"), ...columns.numbers("stored")];
  }));
  assert.deepEqual(kwh, [[0, 4], [1, 4], [2, 4]]);
});

Deno.test("openHistory() refuses a first view that looks back", async () => {
  await using db = await openReadings(readings, { meters });
  await assert.rejects(openHistory(db, featureViews.slice(3)), {
    name: "RangeError",
    message: 'Cannot keep the rows of view "energy_hourly" as its lookback must be 0 hours: ' +
      "current value is 168",
  });
});
