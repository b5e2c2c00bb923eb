import assert from "node:assert/strict";
import { bandPoints } from "./band_points.ts";

const points = Array.from({ length: 1000 }, (_, i) => ({ ts: i, low: -i, high: i }));

Deno.test("bandPoints() keeps each point where there are pixels enough", () => {
  assert.deepEqual(bandPoints(points.slice(0, 10), 100), points.slice(0, 10));
});

Deno.test("bandPoints() keeps one point per pixel column, as wide as the widest", () => {
  const kept = bandPoints(points, 10);
  assert.equal(kept.length, 10);
  assert.deepEqual(kept[0], { ts: 0, low: -99, high: 99 });
  assert.deepEqual(kept[9], { ts: 900, low: -999, high: 999 });
});

Deno.test("bandPoints() breaks at a gap and at a point without an edge", () => {
  const broken = points.slice(0, 9).map((point) => point.ts === 4 ? { ...point, low: NaN } : point);
  assert.deepEqual(bandPoints(broken, 100).map(({ high }) => high), [0, 1, 2, 3, NaN, 5, 6, 7, 8]);
});

Deno.test("bandPoints() of one point and of none", () => {
  assert.deepEqual(bandPoints(points.slice(0, 1), 9), points.slice(0, 1));
  assert.deepEqual(bandPoints([], 9), []);
});
