import assert from "node:assert/strict";
import { effectChart } from "./effect_chart.ts";
import { palette } from "./palette.ts";
import { barsOf, labelsOf } from "./svg_marks_fixture.ts";

const rows = [
  { name: "a", effect: 1, matters: false },
  { name: "b", effect: -3, matters: true },
];

Deno.test("effectChart() draws bars to either side of zero, the largest effect first", () => {
  const { svg } = effectChart(rows, { width: 471 });
  // The frame is 15 to 415 px wide for −3 to 1: zero lies at 315.
  const [first, second] = barsOf(svg, "effect");
  assert.deepEqual([first.x, first.width, first.fill], [15, 300, palette.alert]);
  assert.deepEqual([second.x, second.width, second.fill], [315, 100, palette.quiet]);
  assert.ok(first.y < second.y);
});

Deno.test("effectChart() writes each effect with its sign", () => {
  const labels = labelsOf(effectChart(rows).svg);
  assert.ok(labels.includes("−3.00") && labels.includes("1.00"));
});

Deno.test("effectChart() draws effects that are all nothing", () => {
  const bars = barsOf(effectChart([{ name: "a", effect: 0, matters: false }]).svg, "effect");
  assert.deepEqual(bars.map(({ width }) => width), [0]);
});
