import assert from "node:assert/strict";
import { cellText } from "./cell_text.ts";

Deno.test("cellText() shows a number to three significant digits", () => {
  const cells = [1 / 3, 99.96, 999.6, 12_345.6, -0.000123, 0.00001234, 1e21, 24, -0.5];
  assert.deepEqual(cells.map(cellText), [
    "0.333",
    "100",
    "1000",
    "12346",
    "-0.000123",
    "0.0000123",
    "1e+21",
    "24",
    "-0.5",
  ]);
});

Deno.test("cellText() leaves text as it is and shows nothing as a dash", () => {
  assert.deepEqual(["sd_24h", "", null].map(cellText), ["sd_24h", "", "–"]);
});
