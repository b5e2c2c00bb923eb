import assert from "node:assert/strict";
import { type Context, openContext } from "../../pipelines/context.ts";
import { readManifest } from "../../data/mod.ts";
import { openDataset } from "./open_dataset.ts";

const HEADER = "meter_id,ts,kwh";

async function withContext(test: (context: Context, home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await using context = await openContext({ home }, () => 0);
    await test(context, home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

async function write(home: string, lines: readonly string[]): Promise<string> {
  const file = `${home}/My Rooms.csv`;
  await Deno.writeTextFile(file, `${lines.join("\n")}\n`);
  return file;
}

Deno.test("openDataset() simulates the hostel once and opens the same readings after that", async () => {
  await withContext(async (context, home) => {
    const first = await openDataset(context);
    // 24 rooms over the two years 2023 and 2024; the plan of a year is 365 days.
    assert.deepEqual([first.dataset, first.meters], ["synthetic-hostel", 24]);
    assert.equal(new Date(first.from).toISOString(), "2023-01-01T00:00:00.000Z");
    assert.equal(new Date(first.to).toISOString(), "2024-12-30T23:00:00.000Z");
    const stored = await readManifest(home, "synthetic-hostel");
    const second = await openDataset(context, "synthetic-hostel");
    assert.equal(second.sourceDigest, stored?.sourceDigest);
    assert.deepEqual(await context.db.rows("SELECT count(*) AS n FROM readings"), [
      { n: second.readings },
    ]);
  });
});

Deno.test("openDataset() loads, cleans and checks a file, and stores nothing", async () => {
  await withContext(async (context, home) => {
    const file = await write(home, [
      "room;time;used",
      "r1;2024-01-01 00:00;1",
      "r1;2024-01-01 01:00;",
      "r1;2024-01-01 02:00;3",
      "r1;2024-01-01 03:00;4",
    ]);
    const dataset = await openDataset(context, file, {
      meterColumn: "room",
      timeColumn: "time",
      valueColumn: "used",
      timeZone: "Asia/Kolkata",
    });
    assert.deepEqual([dataset.dataset, dataset.source], ["my-rooms", "file"]);
    assert.deepEqual([dataset.readings, dataset.rejected], [3, 1]);
    // India is five and a half hours ahead.
    assert.equal(new Date(dataset.from).toISOString(), "2023-12-31T18:30:00.000Z");
    assert.deepEqual(await context.db.rows("SELECT rule, count FROM issues"), [
      { rule: "non_finite", count: 1 },
    ]);
    assert.equal(dataset.issues, 1);
    assert.deepEqual(await context.db.rows("SELECT time_zone FROM meters"), [
      { time_zone: "Asia/Kolkata" },
    ]);
    assert.equal(await readManifest(home, "my-rooms"), undefined);
  });
});

Deno.test("openDataset() opens one dataset in place of another, in both directions", async () => {
  await withContext(async (context, home) => {
    const file = await write(home, [HEADER, "r1,2024-01-01T00:00Z,1", "r1,2024-01-01T01:00Z,2"]);
    const meters = () => context.db.rows("SELECT count(DISTINCT meter_id) AS n FROM readings");
    await openDataset(context, file);
    assert.deepEqual(await meters(), [{ n: 1 }]);
    await openDataset(context);
    assert.deepEqual(await meters(), [{ n: 24 }]);
    await openDataset(context, file);
    assert.deepEqual(await meters(), [{ n: 1 }]);
  });
});

Deno.test("openDataset() says which columns it misses and how to name them", async () => {
  await withContext(async (context, home) => {
    const file = await write(home, ["room,ts,kwh", "r1,2024-01-01T00:00Z,1"]);
    await assert.rejects(openDataset(context, file), {
      name: "RangeError",
      message:
        `Cannot find column "meter_id" in ${file}: it has [room, ts, kwh]; name the columns as in ` +
        `openDataset("${file}", { meterColumn: "…", timeColumn: "…", valueColumn: "…" })`,
    });
  });
});

Deno.test("openDataset() says what it knows in place of an unknown name", async () => {
  await withContext(async (context, home) => {
    await assert.rejects(openDataset(context, "cambridge-estates"), {
      message: `Cannot open "cambridge-estates" as the lake in ${home} has no such dataset: ` +
        "expected synthetic-hostel, a file such as readings.csv, or what " +
        "`deno task ingest --dataset cambridge-estates` brings",
    });
    await assert.rejects(openDataset(context, `${home}/gone.csv`), /gone\.csv/);
  });
});
