import assert from "node:assert/strict";
import { driftChart } from "./drift_chart.ts";
import { barsOf, labelsOf } from "./svg_marks_fixture.ts";

const rows = [
  { column: "mean_24h", severity: 0.5, drifted: false },
  { column: "sd_24h", severity: 2, drifted: true },
  { column: "hour", severity: 1, drifted: false },
];

Deno.test("driftChart() draws bars as long as the severities are large, most drifted first", () => {
  const bars = barsOf(driftChart(rows, { width: 600 }).svg, "feature");
  assert.equal(bars.length, 3);
  const [sd, hour, mean] = bars.map(({ width }) => width);
  assert.ok(Math.abs(sd / hour - 2) < 1e-9);
  assert.ok(Math.abs(hour / mean - 2) < 1e-9);
  assert.ok(bars[0].y < bars[1].y && bars[1].y < bars[2].y);
});

Deno.test("driftChart() draws the limit where severity is 1", () => {
  const { svg } = driftChart(rows, { width: 600 });
  const hour = barsOf(svg, "feature")[1];
  const limit = Number(/class="limit"[^>]*><line[^>]*x1="([\d.]+)"/.exec(svg)?.[1]);
  assert.ok(Math.abs(limit - (hour.x + hour.width)) <= 0.5);
});

Deno.test("driftChart() marks only drifted features and writes each value", () => {
  const { svg } = driftChart(rows);
  const fills = barsOf(svg, "feature").map(({ fill }) => fill.includes("alert"));
  assert.deepEqual(fills, [true, false, false]);
  const labels = labelsOf(svg);
  for (const text of ["2.00", "1.00", "0.50", "mean_24h"]) assert.ok(labels.includes(text), text);
});

Deno.test("driftChart() does not depend on the order of rows, also where severities tie", () => {
  const tied = rows.map((row) => ({ ...row, severity: 1 }));
  assert.equal(driftChart(tied.toReversed()).svg, driftChart(tied).svg);
});
