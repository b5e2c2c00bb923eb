import assert from "node:assert/strict";
import { tableText } from "./table_text.ts";
import { table } from "./from_rows.ts";

Deno.test("tableText() aligns text to the left and numbers to the right", () => {
  const rows = [{ room: "room-2", kwh: 0.25, let: true }, { room: "r", kwh: 10, let: null }];
  assert.equal(
    tableText(table(rows)),
    ["2 rows × 3 columns", "room     kwh   let", "room-2  0.25  true", "r         10"].join("\n"),
  );
});

Deno.test("tableText() shows as many columns as fit, at least one", () => {
  const row = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`c${i}`, "x".repeat(29)]));
  const [caption, ...lines] = tableText(table([row])).split("\n");
  assert.equal(caption, "1 row × 9 columns, showing the first 3 columns");
  assert.deepEqual(lines.map((line) => line.length), [64, 91]);
  const long = tableText(table([{ ["n".repeat(200)]: 1 }])).split("\n");
  assert.equal(long[1], "n".repeat(200));
});

Deno.test("tableText() of no columns is its size", () => {
  assert.equal(tableText(table([])), "0 rows × 0 columns");
});
