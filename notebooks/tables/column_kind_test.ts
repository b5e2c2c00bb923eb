import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { columnKind } from "./column_kind.ts";

Deno.test("columnKind() agrees with what columns hold, for every kind of type", async () => {
  await using db = await openDatabase({ threads: 1 });
  const columns = await db.columns(`
    SELECT 1::TINYINT, 1::USMALLINT, 1::HUGEINT, 1::UBIGINT, 1.5::FLOAT, 1.5::DECIMAL(9,3), true,
      TIMESTAMP '2020-01-01', TIMESTAMP_NS '2020-01-01', TIMESTAMPTZ '2020-01-01', DATE '2020-01-01',
      TIME '10:00', [1], [TIMESTAMP '2020-01-01'], {'a': 1}, INTERVAL 1 DAY, 'x', uuid(), NULL`);
  for (const [i, name] of columns.names.entries()) {
    const kind = columnKind(columns.types[i]);
    assert.doesNotThrow(
      () => kind === "text" ? columns.texts(name) : columns.numbers(name),
      `${columns.types[i]} is ${kind}`,
    );
  }
});

Deno.test("columnKind() tells times and booleans from other numbers", () => {
  assert.deepEqual(
    ["TIMESTAMP", "TIMESTAMP_S", "BOOLEAN", "UBIGINT", "TIMESTAMP[]", 'ENUM("a")', "DOUBLE[]"].map(
      columnKind,
    ),
    ["time", "time", "boolean", "number", "text", "text", "text"],
  );
});
