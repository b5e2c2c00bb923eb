import assert from "node:assert/strict";
import { ROWS, withTables } from "./tables_fixture.ts";
import { values } from "./values.ts";

const ROW = `FROM range(${ROWS}) t(i)`;

Deno.test("values gives the Kolmogorov-Smirnov distance of a shift, and PSI of categories", () =>
  withTables(
    `SELECT i AS kwh, i AS same, CASE WHEN i < 500 THEN 'a' ELSE 'b' END AS room ${ROW}`,
    // A fifth of the values lies above all earlier ones.
    `SELECT i + 200 AS kwh, i AS same, CASE WHEN i < 750 THEN 'a' ELSE 'b' END AS room ${ROW}`,
    async (input) => {
      const { verdict, summary, figures, tables } = await values.compute(input);
      assert.equal(verdict, "drift");
      assert.equal(
        summary,
        "2 of 3 columns have other values than before, most of all kwh, room",
      );
      const [kwh, room, same] = figures.columns;
      // Nine deciles of 100 move up by two: the lowest two are left empty, the highest has 300.
      const psi = (0.3 - 0.1) * Math.log(3) + 2 * (0.1 - 0) * Math.log(0.1 / 0.0005);
      assert.deepEqual([kwh.column, kwh.test, kwh.drifted], ["kwh", "psi", true]);
      assert.ok(Math.abs(kwh.score - psi) < 0.01, `${kwh.score} ${psi}`);
      // (0.75 − 0.5) · ln(0.75 / 0.5) + (0.25 − 0.5) · ln(0.25 / 0.5)
      const moved = 0.25 * Math.log(1.5) + 0.25 * Math.log(2);
      assert.deepEqual([room.column, room.test, room.kind], ["room", "psi", "category"]);
      assert.ok(Math.abs(room.score - moved) < 1e-9, `${room.score}`);
      assert.ok(Math.abs(room.severity - moved / 0.1) < 1e-8);
      assert.deepEqual([same.score, same.drifted], [0, false]);
      assert.deepEqual(tables[0].rows.map(([column]) => column), ["kwh", "room", "same"]);
    },
  ));

Deno.test("values counts a value that the reference never had apart", () =>
  withTables(
    `SELECT 'a' AS room ${ROW}`,
    `SELECT CASE WHEN i < 200 THEN 'z' ELSE 'a' END AS room ${ROW}`,
    async (input) => {
      const { figures: { columns: [room] } } = await values.compute(input);
      // The new one is taken to have been half a value.
      const psi = (0.8 - 1) * Math.log(0.8) + (0.2 - 0.0005) * Math.log(0.2 / 0.0005);
      assert.ok(Math.abs(room.score - psi) < 1e-9, `${room.score} ${psi}`);
    },
  ));

Deno.test("values takes what float32 cannot hold, NaN and truth values", () =>
  withTables(
    `SELECT CASE WHEN i = 0 THEN 'infinity'::DOUBLE WHEN i = 1 THEN 'nan'::DOUBLE
       WHEN i = 2 THEN 1e300 ELSE i END AS kwh, i % 2 = 0 AS shut ${ROW}`,
    `SELECT i::DOUBLE AS kwh, i % 2 = 0 AS shut ${ROW}`,
    async (input) => {
      const { verdict, figures } = await values.compute(input);
      assert.deepEqual([verdict, figures.compared], ["no_drift", 2]);
    },
  ));

Deno.test("values cannot tell by 499 rows, nor without a column to compare", async () => {
  await withTables(`SELECT i ${ROW}`, "SELECT i FROM range(499) t(i)", async (input) => {
    const { verdict, summary } = await values.compute(input);
    assert.deepEqual([verdict, summary], [
      "unknown",
      "A table has 499 rows: at least 500 are needed",
    ]);
  });
  const day = `SELECT DATE '2024-01-01' AS day ${ROW}`;
  await withTables(day, day, async (input) => {
    assert.equal((await values.compute(input)).summary, "No column can be compared");
  });
});
