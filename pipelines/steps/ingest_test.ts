import assert from "node:assert/strict";
import { join } from "node:path";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { type Source, sources } from "../../data/mod.ts";
import { parseConfig } from "../config.ts";
import { createProgress } from "../progress.ts";
import { ingest } from "./ingest.ts";

const HEADER = "meter,time,kwh";
/** Eight hours of two meters, with a value below zero and one row twice. */
const LINES = ["a", "b"].flatMap((meter, i) =>
  Array.from({ length: 8 }, (_, hour) => `${meter},2021-01-04T0${hour}:00:00Z,${1 + i + hour / 8}`)
).map((line) => line.startsWith("b,2021-01-04T03") ? "b,2021-01-04T03:00:00Z,-5" : line);

async function inHome(
  test: (steps: {
    readonly home: string;
    readonly write: (lines: readonly string[]) => Source;
    readonly bring: (source: Source) => ReturnType<typeof bringInto>;
  }) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await test({
      home,
      write(lines) {
        const file = join(home, "plain.csv");
        Deno.writeTextFileSync(file, [HEADER, ...lines, ""].join("\n"));
        return sources.tableFile({
          file,
          meterColumn: "meter",
          timeColumn: "time",
          valueColumn: "kwh",
          timeZone: "UTC",
        });
      },
      bring: (source) => bringInto(home, source),
    });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/** Ingests with a database of its own, as each command does. */
async function bringInto(home: string, source: Source) {
  await using db = await openDatabase({ threads: 1 });
  const progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });
  const config = parseConfig({ WATTBOOK_HOME: home });
  const ingested = await ingest({ db, config }, source, progress);
  const [stored] = await db.rows<{ readings: number; kwh: number }>(
    "SELECT count(*) AS readings, sum(kwh) AS kwh FROM readings",
  );
  return { ...ingested, stored, steps: Object.keys(progress.seconds) };
}

Deno.test("ingest() stores the readings, counts the issues and opens the lake", async () => {
  await inHome(async ({ write, bring }) => {
    const first = await bring(write([...LINES, LINES[0]]));
    assert.deepEqual(first.steps, ["load plain", "check", "store"]);
    assert.deepEqual([first.kept, first.source], [false, "file"]);
    const { dataset, readings, meters, from, to, rejected } = first.manifest;
    assert.deepEqual([dataset, meters], ["plain", 2]);
    assert.deepEqual([from, to], [Date.UTC(2021, 0, 4), Date.UTC(2021, 0, 4, 7)]);
    // The row that stands twice counts once; what is below zero is reported and kept.
    assert.deepEqual([readings, rejected], [16, 1]);
    // 1 to 1.875 and 2 to 2.875 in eighths, with -5 instead of 2.375.
    assert.deepEqual(first.stored, { readings: 16, kwh: 11.5 + 19.5 - 2.375 - 5 });
    assert.deepEqual([first.issues.negative, first.issues.duplicates], [1, 1]);
    assert.equal(
      Object.values(first.issues).reduce((sum, count) => sum + count, 0),
      first.manifest.issues,
    );
  });
});

Deno.test("ingest() keeps a lake that holds the same data", async () => {
  await inHome(async ({ write, bring }) => {
    const first = await bring(write(LINES));
    const second = await bring(write(LINES));
    assert.deepEqual([second.kept, second.steps], [true, ["load plain"]]);
    assert.deepEqual(second.manifest, first.manifest);
    assert.deepEqual(second.issues, first.issues);
    assert.deepEqual(second.stored, first.stored);
  });
});

Deno.test("ingest() replaces a lake when the data changed", async () => {
  await inHome(async ({ write, bring }) => {
    await bring(write(LINES));
    const second = await bring(write([...LINES, "c,2021-01-04T00:00:00Z,7"]));
    assert.equal(second.kept, false);
    assert.equal(second.manifest.meters, 3);
  });
});

Deno.test("ingest() repairs a lake that lost a file or its manifest", async () => {
  await inHome(async ({ home, write, bring }) => {
    const first = await bring(write(LINES));
    const lake = join(home, "lake/plain");
    for (const path of ["manifest.json", ...first.manifest.files.map(({ path }) => path)]) {
      await Deno.truncate(join(lake, path), 1);
      const repaired = await bring(write(LINES));
      assert.deepEqual([repaired.kept, repaired.steps], [false, ["load plain", "check", "store"]]);
      assert.deepEqual(repaired.manifest, first.manifest);
      assert.deepEqual(repaired.stored, first.stored);
    }
    assert.equal((await bring(write(LINES))).kept, true);
  });
});
