import assert from "node:assert/strict";
import { scoreChart } from "./score_chart.ts";
import { barsOf, circlesOf, labelsOf } from "./svg_marks_fixture.ts";

const HOUR = 3_600_000;
const rows = [0, 1, 2, 3, 4].map((hour) => (
  { ts: hour * HOUR, score: hour / 4, predicted: hour >= 3 ? 1 : 0 }
));

Deno.test("scoreChart() marks reported intervals at their scores, in any order of rows", () => {
  const { svg } = scoreChart(rows, { width: 468 });
  // The frame is 48 to 448 px wide and 164 down to 44 px high.
  assert.deepEqual(circlesOf(svg, "reported"), [{ x: 348, y: 74 }, { x: 448, y: 44 }]);
  assert.equal(scoreChart(rows.toReversed(), { width: 468 }).svg, svg);
});

Deno.test("scoreChart() draws true events as bands within the time shown, 2 px wide at least", () => {
  const events = [
    { start: 1 * HOUR, end: 2 * HOUR },
    { start: 3 * HOUR, end: 3 * HOUR },
    { start: 9 * HOUR, end: 10 * HOUR },
  ];
  const bars = barsOf(scoreChart(rows, { width: 468, events }).svg, "event");
  assert.equal(bars.length, 2);
  assert.deepEqual([bars[0].x, bars[0].width], [148, 100]);
  assert.ok(bars[1].x === 348 && bars[1].width > 1.5);
});

Deno.test("scoreChart() draws the threshold at its score, and names what it draws", () => {
  const { svg } = scoreChart(rows, { width: 468, threshold: 0.75 });
  const line = /<g [^>]*class="threshold"[^>]*>(.*?)<\/g>/.exec(svg)![1];
  assert.match(line, /y1="74" y2="74"/);
  assert.deepEqual(labelsOf(svg).filter((label) => /^(true|threshold)$/.test(label)), [
    "threshold",
  ]);
  assert.ok(!labelsOf(scoreChart(rows).svg).includes("threshold"));
});
