import assert from "node:assert/strict";
import { renderEmptyPage, renderMeterPage } from "./meter_page.ts";

const DAY = 86_400_000;
const meter = { meterId: "<b>1", events: 1, anomalousHours: 2, from: 0, to: DAY };
const served = { name: "energy-anomaly", version: "12", threshold: 0.87654 };
const scoring = { model: "energy-anomaly", version: "11" };
const series = {
  ts: Float64Array.of(0, 3_600_000),
  kwh: Float64Array.of(1, 9),
  expectedKwh: Float64Array.of(NaN, 1),
  score: Float64Array.of(0.1, 0.9),
  label: Float64Array.of(0, 1),
  events: [{
    meterId: "<b>1",
    start: 3_600_000,
    end: 7_200_000,
    intervals: 1,
    peakScore: 0.9,
    peakTs: 3_600_000,
    excessKwh: 8,
    reasons: [],
  }],
};

Deno.test("renderMeterPage() escapes the meter everywhere and shows load, event and who scored", async () => {
  const view = { meter, from: 0, to: DAY };
  const text = String(
    await renderMeterPage({ served, scoring, meters: [meter], view, series, drift: null }),
  );
  assert.ok(!text.includes("<b>"));
  assert.ok(text.includes('<h1 id="meter">&lt;b&gt;1</h1>'));
  assert.ok(text.includes("1 Jan 1970 to 1 Jan 1970, hourly, UTC"));
  assert.equal(text.match(/class="event"/g)?.length, 4);
  assert.match(text, /<footer><p>Scored by energy-anomaly version 11\./);
});

Deno.test("renderMeterPage() leads from days without scores to those with some", async () => {
  const none = { ts: [], kwh: [], expectedKwh: [], score: [], label: [], events: [] };
  const view = { meter, from: 9 * DAY, to: 10 * DAY };
  const text = String(
    await renderMeterPage({ served, scoring, meters: [meter], view, series: none, drift: null }),
  );
  assert.match(text, /No hour of these days was scored\. .* from 1 Jan 1970 to 1 Jan 1970\. /);
  assert.ok(text.includes('<a href="/?meter=%3Cb%3E1">Show them</a>'));
  assert.ok(text.includes('<form class="picker"'));
  assert.doesNotMatch(text, /<figure|No data|id="events"/);
});

Deno.test("renderEmptyPage() names the task that scores", async () => {
  assert.match(String(await renderEmptyPage(served)), /The task <code>score<\/code>/);
});
