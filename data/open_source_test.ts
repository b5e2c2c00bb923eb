import assert from "node:assert/strict";
import { openDatabase } from "./duckdb/mod.ts";
import { openLake } from "./lake/open_lake.ts";
import { writeLake } from "./lake/write_lake.ts";
import { cleanReadings } from "./clean_readings.ts";
import { runChecks } from "./checks/run_checks.ts";
import { openSource } from "./open_source.ts";
import { syntheticHostel } from "./sources/synthetic_hostel.ts";
import { tableFile } from "./sources/table_file.ts";

Deno.test("openSource() makes the relations that storing and opening a lake makes", async () => {
  const home = await Deno.makeTempDir();
  const source = syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days: 30 });
  await using db = await openDatabase({ threads: 1 });
  const loaded = await source.load(db, { home, fetch });
  await cleanReadings(db);
  await writeLake(db, { home, loaded, issues: await runChecks(db) });
  await using stored = await openDatabase({ threads: 1 });
  const manifest = await openLake(stored, home, "synthetic-hostel");
  await using opened = await openDatabase({ threads: 1 });
  const { from, to, meters, readings, issues, rejected, digest } = await openSource(
    opened,
    source,
    { home, fetch },
  );
  for (const relation of ["readings", "meters", "weather", "issues", "rejected"]) {
    const all = `FROM ${relation} ORDER BY ALL`;
    assert.deepEqual(await opened.rows(all), await stored.rows(all), relation);
  }
  assert.deepEqual(
    { from, to, meters, readings, issues, rejected, digest },
    {
      from: manifest.from,
      to: manifest.to,
      meters: manifest.meters,
      readings: manifest.readings,
      issues: manifest.issues,
      rejected: manifest.rejected,
      digest: manifest.sourceDigest,
    },
  );
  await Deno.remove(home, { recursive: true });
});

Deno.test("openSource() refuses a file without any reading", async () => {
  const home = await Deno.makeTempDir();
  const file = `${home}/empty.csv`;
  await Deno.writeTextFile(file, "meter_id,ts,kwh\nr1,2024-01-01T00:00Z,\n");
  await using db = await openDatabase({ threads: 1 });
  const source = tableFile({
    file,
    meterColumn: "meter_id",
    timeColumn: "ts",
    valueColumn: "kwh",
    timeZone: "UTC",
  });
  await assert.rejects(openSource(db, source, { home, fetch }), {
    name: "RangeError",
    message: `Cannot open ${file}: none of its rows is a reading`,
  });
  await Deno.remove(home, { recursive: true });
});
