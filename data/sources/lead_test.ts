import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { lead } from "./lead.ts";
import { DigestMismatchError } from "./settle.ts";
import { assertSourceConforms } from "./source_conformance.ts";

const HEADER = "building_id,timestamp,meter_reading,anomaly";
const HOUR = 3_600_000;
const start = Date.UTC(2016, 0, 1);

async function withFile(
  lines: readonly string[],
  test: (file: string) => Promise<void>,
  name = "part.csv",
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/${name}`, [HEADER, ...lines].join("\n"));
    await test(`${folder}/${name}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const rows = [
  "7,2016-01-01 00:00:00,12.5,0",
  "7,2016-01-01 01:00:00,,1",
  "7,2016-01-01 02:00:00,1.0,1",
  "12,2016-01-01 00:00:00,3,0",
  "12,2016-01-01 01:00:00,4,0",
];

Deno.test("lead() keeps labels beside readings, also of an hour whose reading is missing", async () => {
  await withFile(rows, async (file) => {
    await using db = await openDatabase({ threads: 1 });
    await lead({ file }).load(db, { home: "unused", fetch });
    assert.deepEqual(await db.rows("SELECT * FROM labels ORDER BY meter_id, ts"), [
      { meter_id: "12", ts: start, label: 0 },
      { meter_id: "12", ts: start + HOUR, label: 0 },
      { meter_id: "7", ts: start, label: 0 },
      { meter_id: "7", ts: start + HOUR, label: 1 },
      { meter_id: "7", ts: start + 2 * HOUR, label: 1 },
    ]);
    assert.deepEqual(
      await db.rows("SELECT ts, kwh FROM raw_readings WHERE meter_id = '7' ORDER BY ts"),
      [
        { ts: start, kwh: 12.5 },
        { ts: start + HOUR, kwh: null },
        { ts: start + 2 * HOUR, kwh: 1 },
      ],
    );
  });
});

Deno.test("lead() calls a time anomalous of which one row is", async () => {
  const twice = ["7,2016-01-01 00:00:00,1,1", "7,2016-01-01 00:00:00,2,0"];
  await withFile(twice, async (file) => {
    await using db = await openDatabase({ threads: 1 });
    await lead({ file }).load(db, { home: "unused", fetch });
    assert.deepEqual(await db.rows("SELECT label FROM labels"), [{ label: 1 }]);
  });
});

Deno.test("lead() keeps the contract of sources", async () => {
  await withFile(rows, async (file) => {
    const loaded = await assertSourceConforms(lead({ file }), { home: "unused", fetch });
    assert.deepEqual([loaded.meters, loaded.readings], [2, 5]);
  });
});

Deno.test("lead() shows a label that is neither 0 nor 1", async () => {
  for (const [cell, shown] of [["2", '"2"'], ["", "null"]]) {
    await withFile([rows[0], `7,2016-01-01 01:00:00,1,${cell}`], async (file) => {
      await using db = await openDatabase({ threads: 1 });
      await assert.rejects(lead({ file }).load(db, { home: "unused", fetch }), {
        name: "SyntaxError",
        message: `Cannot read the label of row 2 in ${file}: expected 0 or 1, got ${shown}`,
      });
    });
  }
});

Deno.test("lead() refuses other content under the name of the known part", async () => {
  await withFile(rows, async (file) => {
    await using db = await openDatabase({ threads: 1 });
    await assert.rejects(
      lead({ file }).load(db, { home: "unused", fetch }),
      DigestMismatchError,
    );
  }, "lead1.0-subset.csv");
});
