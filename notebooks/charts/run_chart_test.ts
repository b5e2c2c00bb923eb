import assert from "node:assert/strict";
import { runChart } from "./run_chart.ts";
import { barsOf, labelsOf } from "./svg_marks_fixture.ts";

const rows = [
  { run: "first", metric: "recall", value: 0.5 },
  { run: "second", metric: "recall", value: 1 },
  { run: "first", metric: "alerts", value: 40 },
  { run: "second", metric: "alerts", value: 10 },
];

Deno.test("runChart() gives each metric a scale of its own that begins at 0", () => {
  const bars = barsOf(runChart(rows).svg, "figure");
  const [half, whole, all, quarter] = bars.map(({ width }) => width);
  assert.ok(Math.abs(whole / half - 2) < 1e-9 && Math.abs(all / quarter - 4) < 1e-9);
  assert.equal(whole, all);
  assert.equal(new Set(bars.map(({ x }) => x)).size, 1);
});

Deno.test("runChart() names metrics once, runs in each of them, and the values behind", () => {
  assert.deepEqual(
    labelsOf(runChart(rows, { title: "Two runs" }).svg).toSorted(),
    ["0.5", "1", "10", "40", "Two runs", "alerts", "first", "first", "recall", "second", "second"]
      .toSorted(),
  );
});

Deno.test("runChart() leaves out what a run did not log", () => {
  const { svg } = runChart([...rows, { run: "first", metric: "only NaN", value: NaN }]);
  assert.equal(svg, runChart(rows).svg);
});

Deno.test("runChart() draws negative figures to the left of 0", () => {
  const bars = barsOf(
    runChart([{ run: "a", metric: "m", value: -2 }, { run: "b", metric: "m", value: 4 }]).svg,
    "figure",
  );
  assert.ok(Math.abs(bars[0].x + bars[0].width - bars[1].x) < 1e-9);
  assert.ok(Math.abs(bars[1].width / bars[0].width - 2) < 1e-9);
});

Deno.test("runChart() draws figures that are all 0", () => {
  assert.doesNotMatch(runChart([{ run: "a", metric: "m", value: 0 }]).svg, /NaN/);
});
