import assert from "node:assert/strict";
import { type TypedColumn, typedTable } from "./typed_table.ts";

interface Hour {
  readonly meter: string | null;
  readonly start: string;
  readonly kwh: number | null;
  readonly odd: 0 | 1 | null;
}

const columns: Record<"meter" | "ts" | "kwh" | "odd", TypedColumn<Hour>> = {
  meter: ["VARCHAR", ({ meter }) => meter],
  ts: ["TIMESTAMP", ({ start }) => Date.parse(start)],
  kwh: ["DOUBLE", ({ kwh }) => kwh],
  odd: ["BOOLEAN", ({ odd }) => odd],
};

Deno.test("typedTable() holds texts, times, numbers and booleans, and what is missing of each", () => {
  const hours = typedTable<Record<keyof typeof columns, unknown>, Hour>([
    { meter: "r1", start: "1970-01-01T01:00Z", kwh: 0, odd: 1 },
    { meter: null, start: "never", kwh: null, odd: null },
    { meter: "r2", start: "1970-01-01T00:00Z", kwh: 2, odd: 0 },
  ], columns);
  assert.deepEqual(hours.objects(), [
    { meter: "r1", ts: 3_600_000, kwh: 0, odd: true },
    { meter: null, ts: NaN, kwh: NaN, odd: null },
    { meter: "r2", ts: 0, kwh: 2, odd: false },
  ]);
});

Deno.test("typedTable() of no rows has its columns, unlike table()", () => {
  const none = typedTable([], columns);
  assert.equal(none.rows, 0);
  assert.deepEqual(none.columns.map(({ name, type, kind }) => [name, type, kind]), [
    ["meter", "VARCHAR", "text"],
    ["ts", "TIMESTAMP", "time"],
    ["kwh", "DOUBLE", "number"],
    ["odd", "BOOLEAN", "boolean"],
  ]);
});
