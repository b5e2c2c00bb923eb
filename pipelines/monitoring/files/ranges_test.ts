import assert from "node:assert/strict";
import { exceedanceLimit, ranges } from "./ranges.ts";
import { withTables } from "./tables_fixture.ts";

Deno.test("exceedanceLimit() is exceeded by chance no oftener than at the level", () => {
  // Ten times as many new values: (10 / 11)ᵏ is below 0.01 from k = 49 on.
  assert.equal(exceedanceLimit(100, 1000, 0.01), 48);
  assert.ok((10 / 11) ** 49 < 0.01 && (10 / 11) ** 48 > 0.01);
  // A tenth as many: (1 / 11)² is below 0.01.
  assert.equal(exceedanceLimit(1000, 100, 0.01), 1);
});

Deno.test("ranges counts values on each side of the reference", () =>
  withTables(
    "SELECT i AS kwh, i AS same FROM range(100) t(i)",
    "SELECT i - 2 AS kwh, i AS same FROM range(112) t(i)",
    async (input) => {
      const { verdict, summary, figures } = await ranges.compute(input);
      // 5 % shared among two sides of two columns: (112 / 212)ᵏ < 0.0125 from k = 7 on.
      const common = { min: 0, max: 99, limit: 6 };
      assert.deepEqual(figures.columns, [
        { column: "same", ...common, below: 0, above: 12, drifted: true },
        { column: "kwh", ...common, below: 2, above: 10, drifted: true },
      ]);
      assert.deepEqual([verdict, summary], [
        "drift",
        "2 of 2 columns of numbers leave the range of the reference, most of all same, kwh",
      ]);
    },
  ));

Deno.test("ranges takes what chance explains for no drift, and nothing for no answer", async () => {
  await withTables(
    "SELECT i AS kwh FROM range(100) t(i)",
    "SELECT i + 3 AS kwh FROM range(100) t(i)",
    async (input) => {
      const { verdict, figures } = await ranges.compute(input);
      assert.deepEqual([verdict, figures.columns[0].above], ["no_drift", 3]);
    },
  );
  await withTables("SELECT NULL::DOUBLE AS kwh", "SELECT 1.0 AS kwh", async (input) => {
    assert.equal((await ranges.compute(input)).verdict, "unknown");
  });
});
