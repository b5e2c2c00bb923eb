import assert from "node:assert/strict";
import { detectorChart } from "./detector_chart.ts";
import { circlesOf, labelsOf } from "./svg_marks_fixture.ts";

const rows = [
  { name: "iqr", roc_auc: 0.5, average_precision: 0.25 },
  { name: "forest", roc_auc: 1, average_precision: 0.75 },
];

Deno.test("detectorChart() places both figures between 0 and 1, best precision first", () => {
  const { svg } = detectorChart(rows, { width: 500 });
  // The frame runs from 50 px ("forest": 6 letters of 7 px and 8 px) to 452 px.
  const [forest, iqr] = circlesOf(svg, "average-precision");
  assert.deepEqual([forest.x, iqr.x], [50 + 0.75 * 402, 50 + 0.25 * 402]);
  assert.ok(forest.y < iqr.y);
  assert.deepEqual(circlesOf(svg, "roc-auc").map(({ x }) => x), [452, 50 + 0.5 * 402]);
});

Deno.test("detectorChart() writes each average precision and does not depend on row order", () => {
  const { svg } = detectorChart(rows);
  assert.ok(labelsOf(svg).includes("0.75") && labelsOf(svg).includes("0.25"));
  assert.equal(detectorChart(rows.toReversed()).svg, svg);
});
