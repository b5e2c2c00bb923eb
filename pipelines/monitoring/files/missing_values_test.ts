import assert from "node:assert/strict";
import { missingValues } from "./missing_values.ts";
import { ROWS, withTables } from "./tables_fixture.ts";

function lacking(column: string, share: number): string {
  return `CASE WHEN i < ${share * ROWS} THEN NULL ELSE i END AS ${column}`;
}

Deno.test("missingValues compares shares with what sampling makes of them", () =>
  withTables(
    `SELECT ${lacking("kwh", 0.2)}, ${lacking("gone", 0)}, ${lacking("less", 0.5)}
     FROM range(${ROWS}) t(i)`,
    `SELECT ${lacking("kwh", 0.25)}, ${lacking("gone", 0.1)}, ${lacking("less", 0.3)}
     FROM range(${ROWS}) t(i)`,
    async (input) => {
      const { verdict, summary, figures } = await missingValues.compute(input);
      assert.equal(verdict, "drift");
      assert.equal(summary, "1 of 3 columns miss more values than before, most of all gone");
      const [gone, kwh, less] = figures.columns;
      // Four times √(p (1 − p) · 2 / 1000) for the share of both together.
      const limit = (share: number) => 4 * Math.sqrt(share * (1 - share) * 2 / ROWS);
      assert.deepEqual([gone.column, gone.reference, gone.current, gone.drifted], [
        "gone",
        0,
        0.1,
        true,
      ]);
      assert.ok(Math.abs(gone.limit - limit(0.05)) < 1e-12);
      assert.deepEqual([kwh.column, kwh.drifted], ["kwh", false]);
      assert.ok(Math.abs(kwh.limit - limit(0.225)) < 1e-12 && kwh.limit > 0.05);
      assert.deepEqual([less.column, less.drifted], ["less", false]);
    },
  ));

Deno.test("missingValues does not mind a hundredth", () =>
  withTables(
    "SELECT 1 AS kwh FROM range(100000)",
    "SELECT CASE WHEN i < 900 THEN NULL ELSE 1 END AS kwh FROM range(100000) t(i)",
    async (input) => {
      const { verdict, figures } = await missingValues.compute(input);
      assert.deepEqual([verdict, figures.columns[0].limit], ["no_drift", 0.01]);
    },
  ));

Deno.test("missingValues cannot tell where no column is in both tables", () =>
  withTables("SELECT 1 AS a", "SELECT 1 AS b", async (input) => {
    assert.equal((await missingValues.compute(input)).verdict, "unknown");
  }));
