import assert from "node:assert/strict";
import { hourScale, profileMarks } from "./profile_marks.ts";
import { renderSvg } from "./render.ts";
import { pointsOf } from "./svg_marks_fixture.ts";

Deno.test("hourScale() writes hours with two digits", () => {
  const { tickFormat, ticks } = hourScale([0, 6, 12, 18]);
  assert.deepEqual(ticks.map(tickFormat), ["00:00", "06:00", "12:00", "18:00"]);
});

Deno.test("profileMarks() draws the median between the quartiles", () => {
  const rows = [0, 23].map((hour) => ({ hour, q1: 1, median: 2, q3: 4 }));
  const y = { domain: [0, 4] };
  const svg = renderSvg({ title: "Day", height: 220, y, marks: profileMarks(rows, {}, 1.6) });
  const [[, median]] = pointsOf(svg, "median");
  const heights = pointsOf(svg, "quartiles").map(([, at]) => at);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  // 2 lies a third of the way from 1 to 4.
  assert.ok(Math.abs((bottom - median) / (bottom - top) - 1 / 3) < 0.001);
});
