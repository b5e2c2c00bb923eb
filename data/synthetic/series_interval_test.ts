import assert from "node:assert/strict";
import { seriesInterval } from "./series_interval.ts";
import { DAY_MS, HOUR_MS } from "./site.ts";

Deno.test("seriesInterval() takes the most frequent step, whatever is missing", () => {
  const hours = [0, 1, 2, 50, 51, 300].map((hour) => hour * HOUR_MS);
  assert.equal(seriesInterval(Float64Array.from(hours)), HOUR_MS);
  assert.equal(seriesInterval(Float64Array.of(0, DAY_MS, 2 * DAY_MS)), DAY_MS);
});

Deno.test("seriesInterval() takes the shorter of equally frequent steps and an hour without any", () => {
  assert.equal(seriesInterval(Float64Array.of(0, 120_000, 180_000)), 60_000);
  assert.equal(seriesInterval(Float64Array.of(7)), HOUR_MS);
  assert.equal(seriesInterval(new Float64Array()), HOUR_MS);
});

Deno.test("seriesInterval() lets a logger be seconds late or early", () => {
  const late = [0, 9, 3, 17, 2, 11].map((seconds, hour) => hour * HOUR_MS + seconds * 1000);
  assert.equal(seriesInterval(Float64Array.from(late)), HOUR_MS);
});
