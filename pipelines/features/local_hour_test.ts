import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { localHour } from "./local_hour.ts";

/** The local hours of times in a zone. */
async function hours(zone: string, times: readonly string[]): Promise<string[]> {
  await using db = await openDatabase({ threads: 1 });
  const rows = await db.rows<{ hour: number }>(`
    SELECT ${localHour("ts", "zone")} AS hour
    FROM (SELECT unnest([${times.map((ts) => `TIMESTAMP '${ts}'`)}]) AS ts, '${zone}' AS zone)`);
  return rows.map(({ hour }) => new Date(hour).toISOString().slice(11, 16));
}

Deno.test("localHour() begins hours when the local clock does", async () => {
  const times = ["2024-01-01 18:15", "2024-01-01 18:30", "2024-01-01 19:29:59"];
  assert.deepEqual(await hours("UTC", times), ["18:00", "18:00", "19:00"]);
  assert.deepEqual(await hours("Asia/Kolkata", times), ["17:30", "18:30", "18:30"]);
  // Three quarters of an hour and five hours ahead.
  assert.deepEqual(await hours("Asia/Kathmandu", times), ["18:15", "18:15", "19:15"]);
});

Deno.test("localHour() tells the two hours apart that have one name when the clock is set back", async () => {
  assert.deepEqual(
    await hours("Europe/London", ["2021-10-31 00:30", "2021-10-31 01:30"]),
    ["00:00", "01:00"],
  );
});
