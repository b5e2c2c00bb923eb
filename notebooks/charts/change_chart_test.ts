import assert from "node:assert/strict";
import { changeChart } from "./change_chart.ts";
import { palette } from "./palette.ts";
import { barsOf, circlesOf, labelsOf } from "./svg_marks_fixture.ts";

const rows = [
  { name: "b", change: -0.5, limit: 0.25, flagged: true },
  { name: "a", change: 0.1, limit: 1, flagged: false },
  { name: "c", change: 0.001, limit: 0, flagged: false },
];

Deno.test("changeChart() puts changes and limits on one scale, in the order given", () => {
  const { svg } = changeChart(rows, { width: 479 });
  // The frame is 23 to 423 px wide, for -0.525 to 0.525: 0 is at 223.
  const dots = circlesOf(svg, "change");
  dots.map(({ x }) => x).forEach((x, i) =>
    assert.ok(Math.abs(x - (223 + rows[i].change * 200 / 0.525)) < 0.01, `${x} of ${rows[i].name}`)
  );
  assert.ok(dots[0].y < dots[1].y && dots[1].y < dots[2].y);
  const [b, a] = barsOf(svg, "limit");
  assert.ok(Math.abs(b.width - 100 / 0.525) < 0.01 && Math.abs(b.x - (223 - 50 / 0.525)) < 0.01);
  // A limit of 1 is beyond the changes and half of the limits: its bar ends at the frame.
  assert.deepEqual([a.x, a.width], [23, 400]);
});

Deno.test("changeChart() writes changes in percent with their sign", () => {
  const labels = labelsOf(changeChart(rows).svg).filter((label) => label.endsWith("%"));
  assert.deepEqual(labels, ["−50 %", "+10 %", "0 %"]);
});

Deno.test("changeChart() colours what is flagged, and only that", () => {
  const fills = [...changeChart(rows).svg.matchAll(/<circle[^>]* fill="([^"]+)"/g)];
  assert.deepEqual(fills.map(([, fill]) => fill), [
    palette.alert,
    palette.measured,
    palette.measured,
  ]);
});
