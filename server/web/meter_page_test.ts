import assert from "node:assert/strict";
import { renderEmptyPage, renderMeterPage } from "./meter_page.ts";

const DAY = 86_400_000;
const meter = { meterId: "<b>1", events: 1, anomalousHours: 2, from: 0, to: DAY };
const model = { name: "energy-anomaly", version: "12", threshold: 0.87654 };
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
  }],
};

Deno.test("renderMeterPage() escapes the meter everywhere and shows load, event and model", async () => {
  const view = { meter, from: 0, to: DAY };
  const markup = renderMeterPage({ model, meters: [meter], view, series, drift: null });
  const text = String(await markup);
  assert.ok(!text.includes("<b>"));
  assert.ok(text.includes('<h1 id="meter">&lt;b&gt;1</h1>'));
  assert.ok(text.includes("1 Jan 1970 to 1 Jan 1970, hourly, UTC"));
  assert.equal(text.match(/class="event"/g)?.length, 2);
  assert.match(
    text,
    /energy-anomaly version 12<\/a>: an hour is\s+anomalous from a score of 0.877/,
  );
});

Deno.test("renderMeterPage() shows days without data as such", async () => {
  const none = { ts: [], kwh: [], expectedKwh: [], score: [], label: [], events: [] };
  const view = { meter, from: 0, to: DAY };
  const text = String(
    await renderMeterPage({ model, meters: [meter], view, series: none, drift: null }),
  );
  assert.match(text, />No data</);
  assert.match(text, /No anomalies in these days/);
});

Deno.test("renderEmptyPage() names the task that scores", async () => {
  assert.match(String(await renderEmptyPage(model)), /The task <code>score<\/code>/);
});
