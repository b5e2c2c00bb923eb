import assert from "node:assert/strict";
import fc from "fast-check";
import { linePoints } from "./line_points.ts";

Deno.test("linePoints() keeps first, last, lowest and highest of each pixel column", () => {
  const values = [5, 9, 1, 4, 3, 3, 3, 3];
  const points = values.map((value, ts) => ({ ts, value }));
  // Eight points over two columns: 0-3 and 4-7 (span 7, so ts 3 is in column 0, ts 4 in column 1).
  assert.deepEqual(linePoints(points, 2).map((p) => p.ts), [0, 1, 2, 3, 4, 7]);
});

Deno.test("linePoints() breaks the line at a missing interval, also inside a column", () => {
  const points = [0, 1, 2, 4, 5].map((ts) => ({ ts, value: 1 }));
  const breaks = (columns: number) =>
    linePoints(points, columns).filter((p) => Number.isNaN(p.value)).map((p) => p.ts);
  assert.deepEqual(breaks(1), [2]);
  assert.deepEqual(breaks(500), [2]);
});

Deno.test("linePoints() keeps spikes beside values that are not known, and the gap", () => {
  const values = Array.from({ length: 100 }, (_, i) => i < 10 || i >= 40 && i < 60 ? NaN : 1);
  values[30] = 1000;
  values[70] = -5;
  const points = values.map((value, ts) => ({ ts, value }));
  for (const columns of [1, 2, 7]) {
    const kept = linePoints(points, columns);
    const known = kept.filter(({ value }) => !Number.isNaN(value));
    assert.deepEqual(
      known.filter(({ value }) => value !== 1).map(({ ts }) => ts),
      [30, 70],
      `${columns} columns`,
    );
    const gap = kept.filter(({ ts, value }) => ts >= 40 && ts < 60 && Number.isNaN(value));
    assert.ok(gap.length >= 1);
    assert.equal(known[0].ts, 10);
    assert.equal(kept[kept.indexOf(gap[0]) - 1].ts, 39);
    assert.equal(kept[kept.indexOf(gap.at(-1)!) + 1].ts, 60);
  }
});

Deno.test("linePoints() of values none of which is known stays unknown", () => {
  const kept = linePoints([0, 1, 2, 3].map((ts) => ({ ts, value: NaN })), 1);
  assert.ok(kept.length > 0 && kept.every(({ value }) => Number.isNaN(value)));
});

Deno.test("linePoints() returns a series of none, one or equal times as it is", () => {
  assert.deepEqual(linePoints([], 10), []);
  assert.deepEqual(linePoints([{ ts: 3, value: 1 }], 10), [{ ts: 3, value: 1 }]);
});

Deno.test("linePoints() of a regular series keeps its extremes, within 4 points a column", () => {
  const series = fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), {
    minLength: 2,
    maxLength: 400,
  });
  fc.assert(fc.property(series, fc.integer({ min: 1, max: 50 }), (values, columns) => {
    const kept = linePoints(values.map((value, ts) => ({ ts, value })), columns);
    assert.ok(kept.length <= 4 * columns);
    assert.equal(Math.max(...kept.map((p) => p.value)), Math.max(...values));
    assert.equal(Math.min(...kept.map((p) => p.value)), Math.min(...values));
    assert.equal(kept[0].ts, 0);
    assert.equal(kept.at(-1)!.ts, values.length - 1);
  }));
});
