import assert from "node:assert/strict";
import { dailyProfile } from "./daily_profile.ts";
import { pointsOf } from "./svg_marks_fixture.ts";

const rows = Array.from({ length: 24 }, (_, hour) => ({ hour, q1: 1, median: 2, q3: 4 }));

Deno.test("dailyProfile() draws the median half as high as the upper quartile, hour after hour", () => {
  const { svg } = dailyProfile(rows, { width: 500 });
  const median = pointsOf(svg, "median");
  assert.equal(median.length, 24);
  // From 48 px (left margin) to 480 px (right margin 20 px), evenly.
  median.forEach(([x], hour) => assert.ok(Math.abs(x - (48 + 432 * hour / 23)) < 0.01));
  // The frame's bottom is 30 px above the height of 220 px and stands for 0.
  const band = pointsOf(svg, "quartiles").map(([, y]) => 190 - y);
  const [upper, lower] = [Math.max(...band), Math.min(...band)];
  assert.ok(Math.abs(upper / lower - 4) < 0.01);
  assert.ok(Math.abs(upper / (190 - median[0][1]) - 2) < 0.01);
});

Deno.test("dailyProfile() does not depend on the order of rows", () => {
  assert.equal(dailyProfile(rows.toReversed()).svg, dailyProfile(rows).svg);
});
