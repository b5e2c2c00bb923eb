import assert from "node:assert/strict";
import { columnSummary } from "./column_summary.ts";
import { table } from "./from_rows.ts";

function linesOf(values: readonly unknown[]): readonly string[] {
  const rows = table(values.map((value) => ({ value })));
  return columnSummary(rows, rows.columns[0]).lines;
}

Deno.test("columnSummary() tells least, middle, greatest and missing numbers", () => {
  assert.deepEqual(linesOf([3, 1, null, 2.5, 10]), ["min 1", "median 2.75", "max 10", "1 missing"]);
});

Deno.test("columnSummary() writes the ends of times alike", () => {
  assert.deepEqual(linesOf([new Date("2024-01-01"), new Date("2024-01-02T06:00Z")]), [
    "min 2024-01-01 00:00",
    "median 2024-01-01 15:00",
    "max 2024-01-02 06:00",
  ]);
});

Deno.test("columnSummary() tells the share of true", () => {
  assert.deepEqual(linesOf([true, false, false, null]), ["true 33.3 %", "1 missing"]);
  assert.deepEqual(linesOf([true, true]), ["true 100 %"]);
  assert.deepEqual(linesOf([false]), ["true 0 %"]);
});

Deno.test("columnSummary() tells different texts and the most frequent one", () => {
  assert.deepEqual(linesOf(["b", "a", "b", null]), ["2 distinct", "b 66.7 %", "1 missing"]);
  assert.deepEqual(linesOf(["a", "b"]), ["2 distinct"]);
  const many = Array.from({ length: 1001 }, (_, i) => `m${i}`);
  assert.deepEqual(linesOf(many), ["more than 1,000 distinct"]);
});

Deno.test("columnSummary() of a column without values tells how many are missing", () => {
  const rows = table([{ value: 1 }, {}]);
  const empty = {
    rows: 2,
    numbers: () => new Float64Array([NaN, NaN]),
    texts: () => [null, null],
  };
  assert.deepEqual(columnSummary(empty, rows.columns[0]), {
    lines: ["2 missing"],
    picture: "",
    times: [],
  });
});

Deno.test("columnSummary() draws 32 parts of numbers and no picture of equal ones", () => {
  const rows = table(Array.from({ length: 64 }, (_, i) => ({ i, same: 1 })));
  const { picture } = columnSummary(rows, rows.columns[0]);
  // Two values in each part: all bars are as high as the highest.
  assert.equal([...picture.matchAll(/v-24h2v24z/g)].length, 32);
  assert.equal(columnSummary(rows, rows.columns[1]).picture, "");
});

Deno.test("columnSummary() draws the most frequent texts unless all are as frequent", () => {
  const uneven = table(["a", "a", "a", "b"].map((room) => ({ room })));
  assert.match(columnSummary(uneven, uneven.columns[0]).picture, /v-24h2v24zM3 24v-8h2v8z/);
  const even = table(["a", "a", "b", "b"].map((room) => ({ room })));
  assert.equal(columnSummary(even, even.columns[0]).picture, "");
});
