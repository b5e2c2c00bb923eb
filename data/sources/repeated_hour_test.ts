import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { separateRepeatedHour } from "./repeated_hour.ts";

/** UTC times of local texts of meters, in the order given, as `[meter, time]`. */
async function utcOf(
  rows: readonly (readonly [meter: string, local: string])[],
  timeZone: string,
): Promise<string[]> {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE texts (meter_id VARCHAR, text VARCHAR, source_row BIGINT)");
  await db.append("texts", {
    meter_id: rows.map(([meter]) => meter),
    text: rows.map(([, text]) => text),
    source_row: rows.map((_, i) => i + 1),
  });
  await db.run(`CREATE TABLE rows AS SELECT meter_id, source_row, text NOT LIKE '%Z' AS local,
    CASE WHEN local THEN text::TIMESTAMP AT TIME ZONE '${timeZone}' AT TIME ZONE 'UTC'
      ELSE text[:-2]::TIMESTAMP END AS ts FROM texts`);
  await separateRepeatedHour(db, "rows", timeZone);
  const utc = await db.rows<{ ts: number }>("SELECT ts FROM rows ORDER BY source_row");
  return utc.map(({ ts }) => new Date(ts).toISOString().slice(5, 16));
}

/** Local times of one meter, as a logger writes them. */
function logged(from: number, minutes: number, count: number, timeZone: string) {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const times = Array.from({ length: count }, (_, i) => from + i * minutes * 60_000);
  return {
    rows: times.map((ts) => ["a", format.format(ts)] as const),
    utc: times.map((ts) => new Date(ts).toISOString().slice(5, 16)),
  };
}

Deno.test("separateRepeatedHour() gives a logger's times back, also where the clock is set back", async () => {
  for (
    const [from, timeZone] of [
      [Date.UTC(2020, 9, 24, 20), "Europe/London"],
      [Date.UTC(2020, 2, 28, 20), "Europe/London"],
      [Date.UTC(2020, 10, 1, 0), "America/New_York"],
      [Date.UTC(2020, 9, 24, 20), "Asia/Kolkata"],
      // Half an hour at Lord Howe Island.
      [Date.UTC(2020, 3, 4, 10), "Australia/Lord_Howe"],
    ] as const
  ) {
    for (const minutes of [60, 30, 15]) {
      if (timeZone === "Australia/Lord_Howe" && minutes === 60) continue;
      const { rows, utc } = logged(from, minutes, 12 * 60 / minutes, timeZone);
      assert.deepEqual(await utcOf(rows, timeZone), utc, `${timeZone}, ${minutes} minutes`);
    }
  }
});

Deno.test("separateRepeatedHour() shares out by meter, halves repeats, keeps a single row late", async () => {
  const half = "2020-10-25 01:30";
  const rows = [["b", half], ["c", half], ["b", half], ["d", half], ["d", half], ["d", half], [
    "d",
    half,
  ]] as const;
  assert.deepEqual(
    await utcOf(rows, "Europe/London"),
    ["00:30", "01:30", "01:30", "00:30", "00:30", "01:30", "01:30"].map((at) => `10-25T${at}`),
  );
});

Deno.test("separateRepeatedHour() leaves times with an offset alone", async () => {
  const rows = [["a", "2020-10-25 01:30Z"], ["a", "2020-10-25 01:30Z"]] as const;
  assert.deepEqual(await utcOf(rows, "Europe/London"), ["10-25T01:30", "10-25T01:30"]);
  assert.deepEqual(await utcOf([], "Europe/London"), []);
});
