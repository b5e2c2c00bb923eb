import assert from "node:assert/strict";
import { chartText, rowsText } from "./chart_text.ts";

Deno.test("chartText() leaves out what has no value, and takes dates as times", () => {
  const text = chartText("", 1, [
    { name: "kwh", kind: "number", values: [NaN, null, undefined] },
    { name: "ts", kind: "time", values: [new Date(86_400_000), null] },
    { name: "room", kind: "name", values: [] },
  ]);
  assert.equal(text, "Chart\n1 point\nts: 1970-01-02 00:00 UTC");
});

Deno.test("chartText() names three of many names, each once", () => {
  const values = ["d", "a", "d", "b", "c", "e"];
  const text = chartText("Rooms", 0, [{ name: "room", kind: "name", values }]);
  assert.equal(text, "Rooms\nroom: d, a, b and 2 more");
});

Deno.test("rowsText() counts flags of all rows, and rounds to four digits", () => {
  const rows: { kwh: number; label?: boolean | number }[] = [
    { kwh: 1234.56, label: 1 },
    { kwh: -0.000123456, label: true },
    { kwh: 2, label: false },
    { kwh: 3 },
  ];
  const columns = { kwh: "number", label: "flag" } as const;
  assert.equal(
    rowsText("Load", rows, columns),
    "Load\n4 points\nkwh: -0.0001235 to 1235\nlabel: 2 of 4",
  );
});

Deno.test("rowsText() takes more rows than a call has arguments", () => {
  const rows = Array.from({ length: 300_000 }, (_, i) => ({ i }));
  assert.equal(
    rowsText("Many", rows, { i: "number" }),
    "Many\n300,000 points\ni: 0 to 300000",
  );
});
