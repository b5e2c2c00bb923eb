import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { sqlString } from "../sql_string.ts";
import { assertSourceConforms } from "./source_conformance.ts";
import { tableFile } from "./table_file.ts";

const columns = { meterColumn: "Room No", timeColumn: "at", valueColumn: 'used "kWh"' };
const header = 'Room No,at,"used ""kWh"""\n';

/** Loads a CSV file of these lines and gives `[meter, UTC time, kwh]` of its rows. */
async function load(
  lines: string[],
  timeZone: string,
): Promise<[string, string, number | null][]> {
  return await withFile("readings.csv", header + lines.join("\n"), async (file) => {
    await using db = await openDatabase({ threads: 1 });
    await tableFile({ file, ...columns, timeZone }).load(db, { home: "unused", fetch });
    const rows = await db.rows<{ meter_id: string; ts: number; kwh: number | null }>(
      "FROM raw_readings ORDER BY source_row",
    );
    return rows.map((row) => [row.meter_id, new Date(row.ts).toISOString(), row.kwh]);
  });
}

async function withFile<T>(
  name: string,
  text: string,
  test: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/${name}`, text);
    return await test(`${folder}/${name}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("tableFile() reads local times as UTC, in summer and winter", async () => {
  const lines = ["101,2020-01-01 00:00:00,1.5", "101,2020-07-01 00:00,2", "007,2020-07-01T00:30,3"];
  assert.deepEqual(await load(lines, "Europe/London"), [
    ["101", "2020-01-01T00:00:00.000Z", 1.5],
    ["101", "2020-06-30T23:00:00.000Z", 2],
    ["007", "2020-06-30T23:30:00.000Z", 3],
  ]);
});

Deno.test("tableFile() trusts an offset in the time over the time zone", async () => {
  const lines = [
    "a,2020-07-01T00:00:00Z,1",
    "a,2020-07-01 00:00:00+05:30,2",
    "a,2020-07-01 00:00-03,3",
  ];
  assert.deepEqual(await load(lines, "Asia/Tokyo"), [
    ["a", "2020-07-01T00:00:00.000Z", 1],
    ["a", "2020-06-30T18:30:00.000Z", 2],
    ["a", "2020-07-01T03:00:00.000Z", 3],
  ]);
});

Deno.test("tableFile() keeps repeated, negative, non-finite and missing values", async () => {
  const at = "2020-01-01 00:00:00";
  const rows = await load(
    [`a,${at},-1`, `a,${at},nan`, `a,${at},`, `a,${at}, `, `a,${at},inf`],
    "UTC",
  );
  assert.deepEqual(rows.map((row) => row[2]), [-1, NaN, null, null, Infinity]);
});

Deno.test("tableFile() takes the repeated hour of the autumn change for two hours", async () => {
  const times = ["00:30", "01:30", "01:30", "02:30"];
  const rows = await load(times.map((time, i) => `a,2020-10-25 ${time},${i}`), "Europe/London");
  assert.deepEqual(rows.map(([, ts]) => ts.slice(5, 16)), [
    "10-24T23:30",
    "10-25T00:30",
    "10-25T01:30",
    "10-25T02:30",
  ]);
});

Deno.test("tableFile() reads Parquet with native times like the same CSV", async () => {
  await withFile("readings.parquet", "", async (file) => {
    await using db = await openDatabase({ threads: 1 });
    await db.run(`COPY (SELECT 7 AS m, TIMESTAMP '2020-07-01 12:00' AS t,
        TIMESTAMPTZ '2020-07-01 12:00:00+00' AS z, 0.1::DOUBLE AS kwh)
      TO ${sqlString(file)} (FORMAT parquet)`);
    const mapping = { file, meterColumn: "m", valueColumn: "kwh", timeZone: "Asia/Kolkata" };
    for (const [timeColumn, hour] of [["t", 6.5], ["z", 12]] as const) {
      await tableFile({ ...mapping, timeColumn }).load(db, { home: "unused", fetch });
      assert.deepEqual(await db.rows("SELECT meter_id, ts, kwh FROM raw_readings"), [
        { meter_id: "7", ts: Date.UTC(2020, 6, 1) + hour * 3_600_000, kwh: 0.1 },
      ]);
    }
  });
});

Deno.test("tableFile() keeps the contract of sources and the order of a large file", async () => {
  const start = Date.UTC(2020, 0, 1);
  const lines = Array.from({ length: 30_000 }, (_, i) => {
    const at = new Date(start + Math.floor(i / 3) * 900_000).toISOString();
    return `m${i % 3},${at},${i}`;
  });
  await withFile("Large File.csv", header + lines.join("\n"), async (file) => {
    const source = tableFile({ file, ...columns, timeZone: "UTC" });
    assert.equal(source.name, "large-file");
    const loaded = await assertSourceConforms(source, { home: "unused", fetch });
    assert.equal(loaded.meters, 3);
    assert.equal(loaded.readings, 30_000);
    await using db = await openDatabase({ threads: 2 });
    await source.load(db, { home: "unused", fetch });
    assert.deepEqual(
      await db.rows("SELECT count(*) AS n FROM raw_readings WHERE kwh <> source_row - 1"),
      [{ n: 0 }],
    );
    assert.deepEqual(await db.rows("SELECT DISTINCT interval_minutes AS m FROM meters"), [{
      m: 15,
    }]);
  });
});

Deno.test("tableFile() names the missing column and those found", async () => {
  await withFile("a.csv", "room,time,kwh\n", async (file) => {
    await using db = await openDatabase({ threads: 1 });
    const source = tableFile({ file, ...columns, timeZone: "UTC" });
    await assert.rejects(source.load(db, { home: "unused", fetch }), {
      name: "RangeError",
      message: `Cannot find column "Room No" in ${file}: it has [room, time, kwh]`,
    });
  });
});

Deno.test("tableFile() shows the row and the text it cannot read", async () => {
  const good = "a,2020-01-01 00:00,1";
  await assert.rejects(load([good, "a,yesterday,1"], "UTC"), {
    name: "SyntaxError",
    message: /Cannot read the time of row 2 in .*readings\.csv: current value is "yesterday"/,
  });
  await assert.rejects(load([good, good, "a,2020-01-01 01:00,1 kWh"], "UTC"), {
    name: "SyntaxError",
    message: /Cannot read the value of row 3 in .*: current value is "1 kWh"/,
  });
  await assert.rejects(load([",2020-01-01 01:00,1"], "UTC"), {
    message: /Cannot read the meter of row 1 in .*: current value is null/,
  });
});

Deno.test("tableFile() refuses an unknown time zone", async () => {
  await assert.rejects(load(["a,2020-01-01 00:00,1"], "Mars/Olympus"), {
    name: "RangeError",
    message:
      'Cannot read local times in time zone "Mars/Olympus": expected an IANA name such as "Europe/London"',
  });
});

Deno.test("tableFile() refuses a mistyped year and a time of unknown offset", async () => {
  for (const time of ["20200-07-01 00:00", "infinity", "2020-07-01 00:00 GMT"]) {
    await assert.rejects(load([`a,${time},1`], "UTC"), {
      name: "SyntaxError",
      message: new RegExp(`Cannot read the time of row 1 in .*: current value is "${time}"`),
    });
  }
});

Deno.test("tableFile() names file and line of a row with too few or too many columns", async () => {
  const good = "a,2020-01-01 00:00,1";
  for (const [odd, count] of [["a,2020-01-01 00", 2], [`${good},2`, 4]] as const) {
    await assert.rejects(load([good, odd, good], "UTC"), {
      name: "SyntaxError",
      message: new RegExp(
        `^Cannot read line 3 of .*: expected 3 columns as in its header, got ${count}$`,
      ),
    });
  }
});

Deno.test("tableFile() refuses a file without a row and a name no dataset can have", async () => {
  await assert.rejects(load([], "UTC"), {
    name: "RangeError",
    message: /^Cannot load .*: it has no row below its header$/,
  });
  for (const mapping of [{ file: "a.csv", name: "Hostel_A" }, { file: "данные.csv" }]) {
    assert.throws(() => tableFile({ ...mapping, ...columns, timeZone: "UTC" }), {
      name: "RangeError",
      message: /^Cannot name a dataset/,
    });
  }
});
