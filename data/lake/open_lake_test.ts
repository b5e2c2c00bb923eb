import assert from "node:assert/strict";
import { cleanReadings } from "../clean_readings.ts";
import { openDatabase } from "../duckdb/mod.ts";
import { syntheticHostel } from "../sources/synthetic_hostel.ts";
import { openLake, readManifest } from "./open_lake.ts";
import { writeLake } from "./write_lake.ts";

async function withLake(test: (home: string) => Promise<void>): Promise<void> {
  // DuckDB would take the brackets for a pattern, and `kwh=` for a column.
  const home = await Deno.makeTempDir({ prefix: "kwh=1", suffix: " [a]" });
  try {
    await using db = await openDatabase({ threads: 1 });
    const source = syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 30), days: 4 });
    const loaded = await source.load(db, { home, fetch });
    await cleanReadings(db);
    await writeLake(db, { home, loaded, issues: [] });
    await test(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("openLake() replaces tables and views of the same name in a used database", async () => {
  await withLake(async (home) => {
    await using db = await openDatabase({ threads: 1 });
    await db.run("CREATE TABLE meters AS SELECT 1 AS x; CREATE VIEW readings AS SELECT 2 AS x");
    for (let time = 0; time < 2; time++) {
      const manifest = await openLake(db, home, "synthetic-hostel");
      assert.deepEqual(
        await db.rows("SELECT count(*) AS n, count(DISTINCT meter_id) AS m FROM readings"),
        [{ n: manifest.readings, m: manifest.meters }],
      );
    }
    assert.deepEqual(await db.rows("SELECT count(*) AS n FROM issues"), [{ n: 0 }]);
  });
});

Deno.test("openLake() says which file is missing or of the wrong size", async () => {
  await withLake(async (home) => {
    await using db = await openDatabase({ threads: 1 });
    const manifest = await readManifest(home, "synthetic-hostel");
    const file = manifest?.files.find((file) => file.path.startsWith("month=2024-02"));
    assert.ok(file);
    const path = `${home}/lake/synthetic-hostel/${file.path}`;
    await Deno.truncate(path, 10);
    await assert.rejects(openLake(db, home, "synthetic-hostel"), {
      message:
        `Cannot open the lake of "synthetic-hostel": ${path} should have ${file.bytes} bytes, but has 10`,
    });
    await Deno.remove(path);
    await assert.rejects(openLake(db, home, "synthetic-hostel"), {
      message:
        `Cannot open the lake of "synthetic-hostel": ${path} should have ${file.bytes} bytes, but is missing`,
    });
  });
});

Deno.test("openLake() says that no lake was written", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(openLake(db, "/nowhere", "hostel"), {
    message: 'Cannot open the lake of "hostel": none was written to /nowhere/lake/hostel',
  });
});
