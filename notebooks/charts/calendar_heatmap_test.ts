import assert from "node:assert/strict";
import { calendarHeatmap } from "./calendar_heatmap.ts";
import { barsOf, labelsOf } from "./svg_marks_fixture.ts";

const DAY_MS = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);

Deno.test("calendarHeatmap() puts weeks in columns that start on Monday, in UTC", () => {
  const days = [0, 6, 7, 13].map((day) => ({ ts: MONDAY + day * DAY_MS, value: 1 }));
  const [monday, sunday, next, nextSunday] = barsOf(calendarHeatmap(days).svg, "day");
  assert.equal(monday.x, sunday.x);
  assert.equal(next.x - monday.x, 18);
  assert.equal(sunday.y - monday.y, 6 * 18);
  assert.equal(nextSunday.y, sunday.y);
  const late = { ts: MONDAY + DAY_MS - 1, value: 1 };
  assert.deepEqual(barsOf(calendarHeatmap([late]).svg, "day")[0].y, monday.y);
});

Deno.test("calendarHeatmap() colours a day by its share of the largest, and names both ends", () => {
  const days = [0, 1000, 4000].map((value, day) => ({ ts: MONDAY + day * DAY_MS, value }));
  const { svg } = calendarHeatmap(days);
  const opacities = [...svg.matchAll(/<rect fill-opacity="([^"]+)"/g)].map(([, text]) =>
    Number(text)
  );
  assert.deepEqual(opacities, [0.08, 0.31, 1]);
  assert.ok(labelsOf(svg).includes("0 to 4,000"));
  assert.match(svg, /<title>2024-01-03: 4,000<\/title>/);
});

Deno.test("calendarHeatmap() fits a year into a phone and does not stretch a week", () => {
  const year = Array.from({ length: 366 }, (_, day) => ({ ts: MONDAY + day * DAY_MS, value: 1 }));
  const bars = barsOf(calendarHeatmap(year, { width: 360 }).svg, "day");
  assert.equal(bars.length, 366);
  assert.ok(Math.max(...bars.map(({ x, width }) => x + width)) <= 360);
  const [day] = barsOf(calendarHeatmap(year.slice(0, 1), { width: 720 }).svg, "day");
  assert.equal(day.width, 16);
});

Deno.test("calendarHeatmap() draws days of zero faintly", () => {
  const { svg } = calendarHeatmap([{ ts: MONDAY, value: 0 }]);
  assert.match(svg, /fill-opacity="0.08"/);
  assert.doesNotMatch(svg, /NaN/);
});
