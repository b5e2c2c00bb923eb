import assert from "node:assert/strict";
import { profileGrid } from "./profile_grid.ts";
import { pointsOf } from "./svg_marks_fixture.ts";
import { textBoxes } from "./text_boxes_fixture.ts";

const meters = ["a", "b", "c", "d", "e"];
const rows = meters.flatMap((meter, i) =>
  Array.from({ length: 24 }, (_, hour) => ({ meter, hour, q1: i, median: i + 1, q3: i + 2 }))
);

Deno.test("profileGrid() draws each meter once, in the order in which they come", () => {
  const { svg } = profileGrid(rows);
  const names = textBoxes(svg).filter(({ text }) => /^[a-e]$/.test(text))
    .sort((one, other) => one.top - other.top || one.left - other.left);
  assert.deepEqual(names.map(({ text }) => text), meters);
  // Four fit beside one another, so the fifth begins a row.
  assert.equal(new Set(names.map(({ top }) => top)).size, 2);
  assert.equal(pointsOf(svg, "median").length, 5 * 24);
});

Deno.test("profileGrid() draws all meters on one scale", () => {
  const inOneRow = rows.filter(({ meter }) => meter !== "e");
  const heights = pointsOf(profileGrid(inOneRow).svg, "median").map(([, y]) => y)
    .filter((_, i) => i % 24 === 0);
  // Medians are 1, 2, 3 and 4: equal steps, each higher than the one before.
  const steps = heights.slice(1).map((y, i) => heights[i] - y);
  assert.equal(steps.length, 3);
  for (const step of steps) assert.ok(step > 0 && Math.abs(step - steps[0]) < 0.01);
});

Deno.test("profileGrid() does not depend on the order of a meter's hours", () => {
  const scrambled = meters.flatMap((meter) =>
    rows.filter((row) => row.meter === meter).toReversed()
  );
  assert.equal(profileGrid(scrambled).svg, profileGrid(rows).svg);
});
