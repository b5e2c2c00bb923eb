import assert from "node:assert/strict";
import { scoreShareChart } from "./score_share_chart.ts";
import { circlesOf, labelsOf } from "./svg_marks_fixture.ts";

const rows = [
  { score: 0.75, share: 0.5, hours: 10 },
  { score: 0.25, share: 0, hours: 1000 },
  { score: 0.5, share: 0, hours: 0 },
];

Deno.test("scoreShareChart() puts each band with hours at its score and share", () => {
  const { svg } = scoreShareChart(rows, { width: 480 });
  // The frame is 48 to 448 px wide and 220 down to 44 px high.
  assert.deepEqual(circlesOf(svg, "band"), [{ x: 148, y: 220 }, { x: 348, y: 132 }]);
});

Deno.test("scoreShareChart() draws more hours as larger dots", () => {
  const radii = [...scoreShareChart(rows).svg.matchAll(/<circle[^>]* r="([^"]+)"/g)];
  assert.deepEqual(radii.map(([, r]) => Number(r)), [5, 3]);
});

Deno.test("scoreShareChart() without hours in any band says so", () => {
  assert.ok(labelsOf(scoreShareChart([rows[2]]).svg).includes("No data"));
});
