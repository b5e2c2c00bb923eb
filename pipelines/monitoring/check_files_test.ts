import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { silent } from "../trained_home_fixture.ts";
import { checkFiles } from "./check_files.ts";
import { plainReport } from "./report.ts";

const NOW = Date.UTC(2024, 6, 1, 9, 30);

Deno.test("checkFiles() compares a CSV file with a Parquet file", async () => {
  await using db = await openDatabase({ threads: 1 });
  const folder = await Deno.makeTempDir();
  const [reference, current] = [`${folder}/may.parquet`, `${folder}/june.csv`];
  await db.run(`COPY (SELECT i / 10 AS kwh, 'r' || i % 3 AS room FROM range(900) t(i))
    TO '${reference}'`);
  await db.run(`COPY (SELECT i / 10 AS kwh, 'r' || i % 4 AS room FROM range(900) t(i))
    TO '${current}'`);
  const report = await checkFiles({ db, now: () => NOW }, { reference, current }, silent);
  assert.equal(report.title, "june.csv");
  assert.equal(report.verdict, "drift");
  assert.deepEqual(report.facts, {
    current: `${current}, 900 rows`,
    reference: `${reference}, 900 rows`,
    made: "2024-07-01 09:30 UTC",
  });
  const { sections, ...rest } = plainReport(report);
  assert.deepEqual(rest, {
    created: "2024-07-01T09:30:00.000Z",
    reference: { file: reference, rows: 900 },
    current: { file: current, rows: 900 },
    verdict: "drift",
  });
  assert.deepEqual(
    Object.entries(sections).map(([name, { verdict, error }]) => [name, verdict, error]),
    [
      ["columns", "no_drift", null],
      ["values", "drift", null],
      ["missing_values", "no_drift", null],
      ["ranges", "no_drift", null],
      ["categories", "drift", null],
    ],
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("checkFiles() refuses a table without rows", async () => {
  await using db = await openDatabase({ threads: 1 });
  const [reference, current] = [await Deno.makeTempFile(), await Deno.makeTempFile()];
  await Deno.writeTextFile(reference, "kwh\n1\n");
  await Deno.writeTextFile(current, "kwh\n");
  await assert.rejects(checkFiles({ db, now: () => NOW }, { reference, current }, silent), {
    name: "RangeError",
    message: `Cannot check "${current}" as it has no rows`,
  });
  for (const file of [reference, current]) await Deno.remove(file);
});
