import assert from "node:assert/strict";
import { pageHinkley } from "./page_hinkley.ts";
import { watch } from "./watch.ts";

Deno.test("pageHinkley sums what lies beyond the running mean after thirty values", () => {
  const detector = pageHinkley({ mean: 100, deviation: 2 });
  // Thirty values of 1 deviation, then one of 32: the mean is 2, 29.5 lie beyond it and the slack.
  const usual = new Array<number>(30).fill(102);
  assert.equal(watch(detector, usual).mean, 1);
  const limit = detector.update(watch(detector, usual), 164);
  assert.deepEqual([limit.changes, limit.first], [1, 30]);
  // One of 4 deviations: the mean is 34 / 31, and 4 - 34 / 31 - 0.5 is below the limit.
  const { mean, up, down, changes } = detector.update(watch(detector, usual), 108);
  assert.ok(Math.abs(mean - 34 / 31) < 1e-12 && Math.abs(up - (3.5 - 34 / 31)) < 1e-12);
  assert.deepEqual([down, changes], [0, 0]);
});

Deno.test("pageHinkley needs no mean, unlike CUSUM", () => {
  const values = Array.from({ length: 400 }, (_, i) => 50 + i % 2);
  assert.equal(watch(pageHinkley(), values).changes, 0);
});

Deno.test("pageHinkley learns the mean anew after a change", () => {
  const values = Array.from({ length: 400 }, (_, i) => i < 200 ? i % 2 : 6 + i % 2);
  const { changes, first, mean } = watch(pageHinkley(), values);
  assert.deepEqual([changes, Math.round(2 * mean)], [1, 13]);
  assert.ok(first !== null && first < 205);
});
