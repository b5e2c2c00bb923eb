import assert from "node:assert/strict";
import { cleanReadings } from "../clean_readings.ts";
import { openDatabase } from "../duckdb/mod.ts";
import { createRawTables } from "../relations.ts";
import { checks } from "./mod.ts";
import { runChecks } from "./run_checks.ts";

Deno.test("checks lists every rule of the folder once", async () => {
  const notRules = ["check.ts", "check_conformance.ts", "mod.ts", "run_checks.ts"];
  const partsOfRules = ["interval.ts", "runs.ts", "usual.ts"];
  const files: string[] = [];
  for await (const { name } of Deno.readDir(new URL(".", import.meta.url))) {
    const other = name.endsWith("_test.ts") || [...notRules, ...partsOfRules].includes(name);
    if (!other) files.push(name);
  }
  assert.deepEqual(checks.map((check) => `${check.name}.ts`).sort(), files.sort());
});

Deno.test("runChecks() sorts by meter, start and rule, reports progress and changes no row", async () => {
  await using db = await openDatabase({ threads: 1 });
  await createRawTables(db);
  await db.append("raw_readings", {
    meter_id: ["b", "a", "a", "b"],
    ts: [0, 7_200_000, 0, 0],
    kwh: [-1, NaN, 1, -1],
    source_row: [1, 2, 3, 4],
  });
  await db.run("INSERT INTO meters (meter_id, interval_minutes) VALUES ('a', 60), ('b', 60)");
  await cleanReadings(db);
  const before = await db.rows("FROM raw_readings");
  const fractions: number[] = [];
  const issues = await runChecks(db, { onProgress: (fraction) => fractions.push(fraction) });
  const hour = 3_600_000;
  assert.deepEqual(issues, [
    { meterId: "a", from: 0, to: hour, rule: "out_of_order", count: 1 },
    { meterId: "a", from: hour, to: 2 * hour, rule: "gaps", count: 1 },
    { meterId: "a", from: 2 * hour, to: 3 * hour, rule: "non_finite", count: 1 },
    { meterId: "b", from: 0, to: hour, rule: "duplicates", count: 1 },
    { meterId: "b", from: 0, to: hour, rule: "negative", count: 2 },
  ]);
  assert.equal(fractions.length, checks.length);
  assert.equal(fractions.at(-1), 1);
  assert.deepEqual(await db.rows("FROM raw_readings"), before);
});
