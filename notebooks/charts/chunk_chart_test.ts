import assert from "node:assert/strict";
import { chunkChart } from "./chunk_chart.ts";
import { palette } from "./palette.ts";
import { circlesOf, labelsOf } from "./svg_marks_fixture.ts";

const rows = [
  { ts: 2000, value: 2, judged: true },
  { ts: 0, value: 1, judged: false },
  { ts: 1000, value: 0, judged: false },
];

Deno.test("chunkChart() puts each stretch at its time and value", () => {
  const { svg } = chunkChart(rows, { width: 472 });
  const [first, second, judged] = circlesOf(svg, "chunk");
  // The frame is 48 to 448 px wide and 164 down to 44 px high, the highest value 5 % below its top.
  assert.deepEqual([first.x, second.x, judged.x], [48, 248, 448]);
  assert.equal(second.y, 164);
  assert.ok(Math.abs(judged.y - (164 - 120 / 1.05)) < 0.01);
  assert.ok(Math.abs(first.y - (164 - 60 / 1.05)) < 0.01);
});

Deno.test("chunkChart() colours what is judged, and only that", () => {
  const fills = [...chunkChart(rows).svg.matchAll(/<circle[^>]* fill="([^"]+)"/g)];
  assert.deepEqual(fills.map(([, fill]) => fill), [palette.quiet, palette.quiet, palette.alert]);
});

Deno.test("chunkChart() draws the usual range, but no line where no value can lie", () => {
  const lines = (low: number) => {
    const { svg } = chunkChart(rows, { usual: { low, high: 1.5 } });
    return svg.match(/<line[^>]*>/g)!.length;
  };
  assert.equal(lines(0.5) - lines(-0.5), 1);
  assert.ok(!labelsOf(chunkChart(rows).svg).includes("usual range"));
});
