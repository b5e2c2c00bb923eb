import assert from "node:assert/strict";
import { barsOf, labelsOf } from "./svg_marks_fixture.ts";
import { winChart } from "./win_chart.ts";

const rows = [
  { scorer: "a", other: "b", share: 0.25 },
  { scorer: "a", other: "c", share: 0.25 },
  { scorer: "b", other: "a", share: 0.75 },
  { scorer: "b", other: "c", share: 1 },
  { scorer: "c", other: "a", share: 0.75 },
  { scorer: "c", other: "b", share: 0 },
];

Deno.test("winChart() puts the scorer first that wins most often, with its share of all", () => {
  const { svg } = winChart(rows);
  // Of b 7/8, of c 3/8, of a 2/8.
  const labels = labelsOf(svg);
  assert.deepEqual(labels.filter((label) => /^[abc]$/.test(label)), ["b", "c", "a"]);
  assert.deepEqual(labels.filter((label) => label.endsWith("%")), ["88 %", "38 %", "25 %"]);
});

Deno.test("winChart() draws each pair once, the darker the more often it is won", () => {
  const { svg } = winChart(rows);
  assert.equal(barsOf(svg, "win").length, 6);
  const opacities = [...svg.matchAll(/<rect fill-opacity="([^"]+)"/g)];
  assert.deepEqual(
    opacities.map(([, opacity]) => Number(opacity)).sort(),
    rows.map(({ share }) => share).sort(),
  );
  assert.equal(winChart(rows.toReversed()).svg.length, svg.length);
});
