import assert from "node:assert/strict";
import { csvNumber } from "./csv_number.ts";

Deno.test("csvNumber() reads what pandas.read_csv() reads into a column of floats", () => {
  const cases: readonly [text: string, value: number][] = [
    [" 1 ", 1],
    ["+1.", 1],
    ["-.5e-1", -0.05],
    ["1e39", 1e39],
    ["inf", Infinity],
    ["-Infinity", -Infinity],
    ["N/A", NaN],
    ["-1.#QNAN", NaN],
  ];
  for (const [text, value] of cases) assert.equal(csvNumber(text), value, text);
});

Deno.test("csvNumber() reads nothing that pandas.read_csv() refuses", () => {
  for (const text of ["x", "none", "Nan", "0x10", "1_000", "1 2", ".", "1e", "True", "$1", "१"]) {
    assert.equal(csvNumber(text), undefined, text);
  }
});
