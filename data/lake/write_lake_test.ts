import assert from "node:assert/strict";
import { cleanReadings } from "../clean_readings.ts";
import { fileSha256 } from "../digest.ts";
import { openDatabase } from "../duckdb/mod.ts";
import { createRawTables } from "../relations.ts";
import { inferMeters } from "../sources/infer_meters.ts";
import type { LoadedSource } from "../sources/source.ts";
import type { LakeManifest } from "./manifest.ts";
import { openLake, readManifest } from "./open_lake.ts";
import { writeLake } from "./write_lake.ts";

type RawRow = [meter: string, ts: number, kwh: number | null];

const HOUR = 3_600_000;
const newYear = Date.UTC(2020, 0, 1);
const rows: RawRow[] = [
  ["b", newYear, 4],
  ["a", newYear - HOUR, 1],
  ["a", newYear, 2],
  ["a", newYear, 3],
  ["b", newYear + HOUR, null],
];
const issues = [{ meterId: "a", from: newYear, to: newYear + HOUR, rule: "duplicates", count: 1 }];
const loaded: LoadedSource = {
  dataset: "hostel",
  source: "file",
  digest: "ab12",
  meters: 2,
  readings: rows.length,
};

async function withHome(test: (home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await test(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

async function write(
  home: string,
  raw: RawRow[],
  { threads = 1, order = raw.map((_, i) => i) } = {},
): Promise<LakeManifest> {
  await using db = await openDatabase({ threads });
  await createRawTables(db);
  await db.append("raw_readings", {
    meter_id: order.map((i) => raw[i][0]),
    ts: order.map((i) => raw[i][1]),
    kwh: order.map((i) => raw[i][2]),
    source_row: order,
  });
  await inferMeters(db, { siteId: "hostel", timeZone: "UTC" });
  await db.append("weather", { site_id: ["hostel"], ts: [newYear], temperature_c: [-3.5] });
  await cleanReadings(db);
  return await writeLake(db, { home, loaded, issues });
}

function listing(folder: string, under = ""): string[] {
  return [...Deno.readDirSync(`${folder}/${under}`)].flatMap((entry) =>
    entry.isDirectory ? listing(folder, `${under}${entry.name}/`) : [under + entry.name]
  ).sort();
}

Deno.test("writeLake() says what it stored, and openLake() reads exactly that", async () => {
  await withHome(async (home) => {
    const manifest = await write(home, rows);
    const { files, ...facts } = manifest;
    assert.deepEqual(facts, {
      dataset: "hostel",
      source: "file",
      sourceDigest: "ab12",
      readings: 3,
      meters: 2,
      from: newYear - HOUR,
      to: newYear,
      issues: 1,
      rejected: 2,
    });
    assert.deepEqual(await readManifest(home, "hostel"), manifest);
    await using db = await openDatabase({ threads: 1 });
    assert.deepEqual(await openLake(db, home, "hostel"), manifest);
    assert.deepEqual(await db.rows("FROM readings"), [
      { meter_id: "a", ts: newYear - HOUR, kwh: 1 },
      { meter_id: "a", ts: newYear, kwh: 3 },
      { meter_id: "b", ts: newYear, kwh: 4 },
    ]);
    assert.deepEqual(await db.rows("SELECT meter_id, interval_minutes AS m FROM meters"), [
      { meter_id: "a", m: 60 },
      { meter_id: "b", m: 60 },
    ]);
    assert.deepEqual(await db.rows("FROM weather"), [
      { site_id: "hostel", ts: newYear, temperature_c: -3.5 },
    ]);
    assert.deepEqual(await db.rows("FROM issues"), [
      { meter_id: "a", from: newYear, to: newYear + HOUR, rule: "duplicates", count: 1 },
    ]);
    assert.deepEqual(await db.rows("FROM rejected"), [
      { meter_id: "a", ts: newYear, kwh: 2, source_row: 2, reason: "superseded" },
      { meter_id: "b", ts: newYear + HOUR, kwh: null, source_row: 4, reason: "non_finite" },
    ]);
    assert.equal(files.length, 6);
  });
});

Deno.test("writeLake() names each file after its content and leaves no other", async () => {
  await withHome(async (home) => {
    const { files } = await write(home, rows);
    const folder = `${home}/lake/hostel`;
    assert.deepEqual(listing(folder), ["manifest.json", ...files.map((file) => file.path)].sort());
    for (const file of files) {
      assert.equal(await fileSha256(`${folder}/${file.path}`), file.sha256);
      assert.equal((await Deno.stat(`${folder}/${file.path}`)).size, file.bytes);
      assert.ok(file.path.endsWith(`-${file.sha256.slice(0, 8)}.parquet`));
    }
    assert.deepEqual(
      files.map((file) => file.path.replace(/-[0-9a-f]{8}\.parquet$/, "")),
      [
        "issues",
        "meters",
        "month=2019-12/readings",
        "month=2020-01/readings",
        "rejected",
        "weather",
      ],
    );
  });
});

Deno.test("writeLake() gives the same bytes for any row order and number of threads", async () => {
  const many: RawRow[] = Array.from({ length: 40_000 }, (_, i) => [
    `m${i % 4}`,
    newYear + Math.floor(i / 4) * HOUR / 20,
    (i * 7919) % 1000,
  ]);
  const backward = many.map((_, i) => many.length - 1 - i);
  await withHome(async (home) => {
    const first = await write(home, many);
    assert.deepEqual(await write(home, many, { threads: 4 }), first);
    assert.deepEqual(await write(home, many, { threads: 2, order: backward }), first);
  });
});

Deno.test("writeLake() replaces the lake, keeps unchanged months and sweeps the rest", async () => {
  await withHome(async (home) => {
    const first = await write(home, rows);
    const folder = `${home}/lake/hostel`;
    // What a kill leaves behind: a half file, a whole file never listed, a half manifest.
    await Deno.writeTextFile(`${folder}/month=2020-01/readings.tmp`, "PAR1");
    await Deno.mkdir(`${folder}/month=2031-01`);
    await Deno.copyFile(`${folder}/${first.files[2].path}`, `${folder}/month=2031-01/readings-0`);
    await Deno.writeTextFile(`${folder}/manifest.json.tmp`, "{");
    {
      await using db = await openDatabase({ threads: 1 });
      await openLake(db, home, "hostel");
      assert.deepEqual(await db.rows("SELECT count(*) AS n FROM readings"), [{ n: 3 }]);
    }

    const second = await write(home, [...rows, ["b", newYear, 5]]);
    assert.deepEqual(listing(folder), ["manifest.json", ...second.files.map((f) => f.path)].sort());
    const paths = (manifest: LakeManifest) => manifest.files.map((file) => file.path);
    const december = paths(first).find((path) => path.startsWith("month=2019-12"));
    assert.ok(paths(second).includes(december ?? ""));
    const january = paths(first).find((path) => path.startsWith("month=2020-01"));
    assert.ok(!paths(second).includes(january ?? ""));
  });
});

Deno.test("writeLake() that is stopped leaves the old lake as it was", async () => {
  await withHome(async (home) => {
    const first = await write(home, rows);
    await using db = await openDatabase({ threads: 1 });
    await createRawTables(db);
    await db.append("raw_readings", { meter_id: ["z"], ts: [0], kwh: [1], source_row: [1] });
    await cleanReadings(db);
    const controller = new AbortController();
    const stopped = writeLake(db, {
      home,
      loaded,
      issues: [],
      signal: controller.signal,
      onProgress: () => controller.abort(new Error("Stopped by hand")),
    });
    await assert.rejects(stopped, { message: "Stopped by hand" });
    assert.deepEqual(await openLake(db, home, "hostel"), first);
    assert.deepEqual(await db.rows("SELECT count(*) AS n FROM readings"), [{ n: 3 }]);
  });
});

Deno.test("writeLake() by two writers at once leaves one whole lake", async () => {
  await withHome(async (home) => {
    const more: RawRow[] = [...rows, ["c", newYear, 9]];
    await Promise.all([write(home, rows), write(home, more)]);
    await using db = await openDatabase({ threads: 1 });
    const { readings, files } = await openLake(db, home, "hostel");
    assert.deepEqual(await db.rows("SELECT count(*) AS n FROM readings"), [{ n: readings }]);
    assert.deepEqual(
      listing(`${home}/lake/hostel`),
      ["manifest.json", ...files.map((file) => file.path)].sort(),
    );
  });
});

Deno.test("writeLake() refuses a load without any reading", async () => {
  await withHome(async (home) => {
    await assert.rejects(write(home, []), {
      name: "RangeError",
      message: "Cannot write a lake without any reading",
    });
    assert.equal(await readManifest(home, "hostel"), undefined);
  });
});

Deno.test("writeLake() refuses a time its manifest cannot hold and leaves the old lake", async () => {
  await withHome(async (home) => {
    const first = await write(home, rows);
    await assert.rejects(write(home, [...rows, ["a", Date.UTC(10_000, 0, 1), 1]]), {
      name: "SyntaxError",
      message: /Cannot read the manifest of a lake: [^]*to/,
    });
    assert.deepEqual(await readManifest(home, "hostel"), first);
  });
});
