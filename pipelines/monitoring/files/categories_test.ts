import assert from "node:assert/strict";
import { categories } from "./categories.ts";
import { ROWS, withTables } from "./tables_fixture.ts";

Deno.test("categories names a new value where every earlier one came often", () =>
  withTables(
    `SELECT 'room ' || i % 4 AS room FROM range(${ROWS}) t(i)`,
    `SELECT CASE WHEN i < 3 THEN 'roof' WHEN i = 3 THEN NULL ELSE 'room ' || i % 4 END AS room
     FROM range(${ROWS}) t(i)`,
    async (input) => {
      const { verdict, summary, figures } = await categories.compute(input);
      assert.equal(verdict, "drift");
      assert.equal(
        summary,
        "1 of 1 columns have categories that the reference never had, most of all room",
      );
      assert.deepEqual(figures.columns, [
        { column: "room", share: 3 / ROWS, limit: 0, values: ["roof"], drifted: true },
      ]);
    },
  ));

Deno.test("categories expects new values where the reference has many once", () =>
  withTables(
    // A hundred values once in a thousand rows: about a tenth of new rows is new by chance.
    `SELECT CASE WHEN i < 100 THEN 'm' || i ELSE 'usual' END AS room FROM range(${ROWS}) t(i)`,
    `SELECT CASE WHEN i < 100 THEN 'n' || i ELSE 'usual' END AS room FROM range(${ROWS}) t(i)`,
    async (input) => {
      const { verdict, figures: { columns: [room] } } = await categories.compute(input);
      assert.deepEqual([verdict, room.share, room.values], ["no_drift", 0.1, ["n0", "n1", "n10"]]);
      // Good: 100 / 1000, and four times √(0.1 · 2 / 1000) above.
      assert.ok(Math.abs(room.limit - (0.1 + 4 * Math.sqrt(0.0002))) < 1e-12);
    },
  ));

Deno.test("categories leaves names and tables without texts alone", async () => {
  const names = `SELECT 'm' || i AS meter FROM range(1001) t(i)`;
  await withTables(names, names, async (input) => {
    const { verdict, summary } = await categories.compute(input);
    assert.deepEqual([verdict, summary], [
      "unknown",
      "No column of categories is in both tables",
    ]);
  });
});
