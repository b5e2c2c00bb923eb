import assert from "node:assert/strict";
import { columns } from "./columns.ts";
import { withTables } from "./tables_fixture.ts";

Deno.test("columns tells what is missing, of another kind and new", () =>
  withTables(
    "SELECT 1 AS kwh, 'a' AS room, DATE '2024-01-01' AS day, 2 AS beds",
    "SELECT 1.5::DOUBLE AS kwh, 7 AS room, 2 AS beds, true AS shut",
    async (input) => {
      const { verdict, summary, figures, tables } = await columns.compute(input);
      assert.equal(verdict, "drift");
      assert.equal(
        summary,
        "2 of 4 columns are as before; missing: day; of another kind: room; new: shut",
      );
      assert.deepEqual(figures, {
        missing: ["day"],
        changed: [{ column: "room", reference: "VARCHAR", current: "INTEGER" }],
        added: ["shut"],
      });
      assert.deepEqual(tables[0].rows, [
        ["day", "missing", "DATE", null],
        ["room", "of another kind", "VARCHAR", "INTEGER"],
        ["shut", "new", null, "BOOLEAN"],
      ]);
    },
  ));

Deno.test("columns does not mind a new column, nor whole numbers that have become broken ones", () =>
  withTables("SELECT 1 AS kwh", "SELECT 1.5 AS kwh, 2 AS beds", async (input) => {
    const { verdict, summary } = await columns.compute(input);
    assert.deepEqual([verdict, summary], ["no_drift", "1 of 1 columns are as before; new: beds"]);
  }));
