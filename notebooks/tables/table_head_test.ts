import assert from "node:assert/strict";
import { table } from "./from_rows.ts";
import { headFormat, headTimes, tableHead } from "./table_head.ts";

function rows(count: number) {
  return table(
    Array.from({ length: count }, (_, i) => ({ at: new Date(i * 3_600_000), odd: i % 2 === 1 })),
  );
}

Deno.test("tableHead() says what it leaves out", () => {
  assert.equal(tableHead(rows(10), 2).caption, "10 rows × 2 columns");
  assert.equal(tableHead(rows(11), 2).caption, "11 rows × 2 columns, showing the first 10 rows");
  assert.equal(tableHead(rows(1), 1).caption, "1 row × 2 columns, showing the first 1 column");
  assert.equal(tableHead(table([]), 2).caption, "0 rows × 0 columns");
});

Deno.test("tableHead() has the first ten rows in order", () => {
  const { values } = tableHead(rows(25), 2);
  assert.equal(values.length, 10);
  assert.deepEqual(values[3], [3 * 3_600_000, true]);
});

Deno.test("headFormat() writes times as finely as the head or what stands beside it needs", () => {
  const head = tableHead(rows(1), 2);
  assert.equal(headFormat(head, 0)(0), "1970-01-01");
  assert.equal(headFormat(head, 0, [1000])(0), "1970-01-01 00:00:00");
});

Deno.test("headTimes() leaves missing times out", () => {
  assert.deepEqual(headTimes([[NaN, 1], [7, 2]], 0), [7]);
});
