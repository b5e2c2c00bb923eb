import assert from "node:assert/strict";
import { importanceChart } from "./importance_chart.ts";
import { barsOf, labelsOf } from "./svg_marks_fixture.ts";

const rows = [
  { feature: "hour", importance: 1 },
  { feature: "kwh", importance: 6 },
  { feature: "ratio", importance: 3 },
];

Deno.test("importanceChart() puts the most important first, with shares of the sum", () => {
  const { svg } = importanceChart(rows, { title: "T" });
  assert.deepEqual(labelsOf(svg).filter((label) => label !== "T"), [
    "kwh",
    "ratio",
    "hour",
    "60 %",
    "30 %",
    "10 %",
  ]);
  const widths = barsOf(svg, "importance").map(({ width }) => width);
  assert.ok(Math.abs(widths[0] / widths[1] - 2) < 1e-9);
  assert.ok(Math.abs(widths[0] / widths[2] - 6) < 1e-9);
});

Deno.test("importanceChart() does not depend on the order of rows or the unit", () => {
  const { svg } = importanceChart(rows);
  assert.equal(importanceChart(rows.toReversed()).svg, svg);
  const doubled = rows.map(({ feature, importance }) => ({ feature, importance: 2 * importance }));
  assert.equal(importanceChart(doubled).svg, svg);
});

Deno.test("importanceChart() draws features of which none counts", () => {
  const { svg } = importanceChart([{ feature: "a", importance: 0 }]);
  assert.doesNotMatch(svg, /NaN/);
  assert.ok(labelsOf(svg).includes("0 %"));
});
