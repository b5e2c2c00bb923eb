import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { sqlString } from "../sql_string.ts";
import { parseTime } from "./time_text.ts";

/** The UTC time of each text as ISO, or `null` where it is none. */
async function read(texts: readonly string[], timeZone = "Asia/Tokyo"): Promise<(string | null)[]> {
  await using db = await openDatabase({ threads: 1 });
  const rows = await db.rows<{ ts: number | null }>(
    `SELECT ${parseTime("text", timeZone).ts} AS ts
    FROM (SELECT unnest([${texts.map(sqlString).join(", ")}]) AS text)`,
  );
  return rows.map(({ ts }) => ts === null ? null : new Date(ts).toISOString());
}

Deno.test("parseTime() trusts an offset in every usual form", async () => {
  const utc = "2020-07-01T00:00:00.000Z";
  const texts = [
    "2020-07-01T00:00:00Z",
    "2020-07-01T00:00:00Z ",
    " 2020-07-01 00:00:00 UTC",
    "2020-07-01 00:00:00UTC",
    "2020-07-01 00:00 UTC",
    "2020-07-01 00:00Z",
    "2020-07-01 0:00 Z",
    "2020-07-01T00:00:00.000Z",
    "2020-07-01T05:30:00+05:30 ",
    "2020-07-01 05:30:00 +05:30",
    "2020-07-01 05:30+0530",
    "2020-06-30T21:00-03",
  ];
  assert.deepEqual(await read(texts), texts.map(() => utc));
});

Deno.test("parseTime() reads times without an offset as local", async () => {
  // Tokyo is nine hours ahead all year.
  const utc = "2020-06-30T15:00:00.000Z";
  const texts = ["2020-07-01", "2020-7-1 0:00", "2020-07-01T00:00:00.000000", "2020/07/01 00:00 "];
  assert.deepEqual(await read(texts), texts.map(() => utc));
});

Deno.test("parseTime() gives NULL for anything else", async () => {
  const texts = [
    "",
    "yesterday",
    "infinity",
    "-infinity",
    "epoch",
    "20200-07-01 00:00",
    "+020200-07-01 00:00",
    "0020-07-01 (BC)",
    "2020-07-01 00:00:00+05:30:00",
    "2020-07-01 00:00:00 Europe/London",
    "2020-07-01 00:00:00 GMT",
    "2020-07-01T00Z",
    "2020-07-01T00:00:00-5",
    "2020-07-01T00:00:00−03:00",
    "2020-07-01 00:00:00  +05:30",
    "2020-13-01 00:00",
    "2020-02-30 00:00Z",
    "01/07/2020 00:00",
    "1593561600",
    "2020-07-01, 00:00",
  ];
  assert.deepEqual(await read(texts), texts.map(() => null));
});
