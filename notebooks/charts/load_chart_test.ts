import assert from "node:assert/strict";
import { loadChart } from "./load_chart.ts";
import { barsOf, circlesOf, labelsOf, pointsOf } from "./svg_marks_fixture.ts";

const HOUR_MS = 3_600_000;
const START = Date.UTC(2020, 1, 1);
const rows = Array.from({ length: 101 }, (_, i) => ({
  ts: START + i * HOUR_MS,
  kwh: i % 24,
  expected: 12,
  label: i === 50 || i === 51 ? 1 : 0,
}));

Deno.test("loadChart() draws a dot per anomalous interval and a band per event", () => {
  const events = [
    { start: START + 50 * HOUR_MS, end: START + 51 * HOUR_MS },
    { start: START + 70 * HOUR_MS, end: START + 90 * HOUR_MS },
  ];
  const { svg } = loadChart(rows, { events });
  assert.equal(circlesOf(svg, "anomaly").length, 2);
  const bands = barsOf(svg, "event");
  assert.equal(bands.length, 2);
  assert.ok(Math.abs(bands[1].width / bands[0].width - 20) < 1e-6);
});

Deno.test("loadChart() shows an event of one interval 2 px wide, and none from elsewhere", () => {
  const events = [
    { start: START + 50 * HOUR_MS, end: START + 50 * HOUR_MS },
    { start: START - 9 * HOUR_MS, end: START - 8 * HOUR_MS },
  ];
  const bands = barsOf(loadChart(rows, { events, width: 720 }).svg, "event");
  assert.equal(bands.length, 1);
  // 720 px less the margins of 48 and 20 px: a 720th part of the time takes 652 / 720 px.
  assert.ok(Math.abs(bands[0].width - 2 * 652 / 720) < 1e-6);
});

Deno.test("loadChart() names only the series that it draws", () => {
  const plain = labelsOf(loadChart(rows.map(({ ts, kwh }) => ({ ts, kwh }))).svg);
  assert.ok(plain.includes("measured"));
  assert.ok(!plain.includes("expected") && !plain.includes("anomalous"));
  const full = labelsOf(loadChart(rows).svg);
  assert.ok(full.includes("expected") && full.includes("anomalous"));
});

Deno.test("loadChart() does not depend on the order of rows", () => {
  assert.equal(loadChart(rows.toReversed()).svg, loadChart(rows).svg);
});

Deno.test("loadChart() breaks the line at a gap instead of bridging it", () => {
  const line = (svg: string) => /aria-label="line"[^>]*><path d="([^"]*)"/.exec(svg)![1];
  const plain = rows.map(({ ts, kwh }) => ({ ts, kwh }));
  assert.equal(line(loadChart(plain).svg).match(/M/g)?.length, 1);
  const gap = plain.filter((_, i) => i < 30 || i > 40);
  assert.equal(line(loadChart(gap).svg).match(/M/g)?.length, 2);
});

Deno.test("loadChart() draws one interval", () => {
  const { svg } = loadChart([{ ts: START, kwh: 2, label: 1 }]);
  assert.equal(circlesOf(svg, "anomaly").length, 1);
  assert.doesNotMatch(svg, /NaN/);
});

Deno.test("loadChart() draws what was expected as a band between its edges", () => {
  // The frame is 224 px down to 44 px high, for 0 to 30 kWh.
  const banded = rows.map(({ ts, kwh }) => ({ ts, kwh, low: 0, high: 30, label: null }));
  const { svg } = loadChart(banded, { width: 720 });
  const points = pointsOf(svg, "usual");
  assert.equal(points.length, 2 * rows.length);
  assert.deepEqual(points[0], [48, 44]);
  assert.deepEqual(points.at(-1), [48, 224]);
  assert.ok(labelsOf(svg).includes("expected"));
  assert.equal(pointsOf(loadChart(rows).svg, "usual").length, 0);
});

Deno.test("loadChart() takes labels of SQL, true and false", () => {
  const { svg } = loadChart(rows.map((row) => ({ ...row, label: row.label === 1 })));
  assert.equal(svg, loadChart(rows).svg);
});
