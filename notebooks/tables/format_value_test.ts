import assert from "node:assert/strict";
import { countText, valueFormat } from "./format_value.ts";

Deno.test("valueFormat() writes numbers with six digits unless they are whole", () => {
  const cases: [number, string][] = [
    [1234567, "1234567"],
    [0.1 + 0.2, "0.3"],
    [1234.56789, "1234.57"],
    [-1e-9, "-1e-9"],
    [Infinity, "Infinity"],
    [NaN, ""],
  ];
  for (const [value, text] of cases) assert.equal(valueFormat("number")(value), text);
});

Deno.test("valueFormat() writes times as finely as the finest of the samples", () => {
  const day = Date.UTC(2024, 1, 29);
  const cases: [number, string][] = [
    [0, "2024-02-29"],
    [60_000, "2024-02-29 00:01"],
    [61_000, "2024-02-29 00:01:01"],
    [61_001, "2024-02-29 00:01:01.001"],
  ];
  for (const [ms, text] of cases) {
    assert.equal(valueFormat("time", [day, day + ms])(day + ms), text);
  }
  assert.equal(valueFormat("time", [day])(NaN), "");
  assert.equal(valueFormat("time", [Infinity])(Infinity), "Infinity");
});

Deno.test("valueFormat() keeps text in one line of at most 60 characters, whole emojis too", () => {
  assert.equal(valueFormat("text")("a\n  b\tc"), "a b c");
  assert.equal(valueFormat("text")("x".repeat(60)), "x".repeat(60));
  assert.equal(valueFormat("text")("x".repeat(61)), `${"x".repeat(59)}…`);
  assert.equal(valueFormat("text")("🏠".repeat(61)), `${"🏠".repeat(59)}…`);
  assert.equal(valueFormat("text")(null), "");
  assert.equal(valueFormat("boolean")(false), "false");
});

Deno.test("countText() groups thousands", () => {
  assert.equal(countText(12_345), "12,345");
});
