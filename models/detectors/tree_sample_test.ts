import assert from "node:assert/strict";
import { random } from "../random.ts";
import { drawTreeSample } from "./tree_sample.ts";

Deno.test("drawTreeSample() takes all rows and features, without a draw, where shares are 1", () => {
  const draw = () => assert.fail("drew");
  const sample = drawTreeSample(3, 2, { rowShare: 1, columnShare: 1 }, draw);
  assert.deepEqual([...sample.rows], [0, 1, 2]);
  assert.deepEqual([...sample.otherRows], []);
  assert.deepEqual([...sample.features], [0, 1]);
});

Deno.test("drawTreeSample() takes each row whose draw is below the share", () => {
  const draws = [0.2, 0.5, 0.7, 0.1];
  const sample = drawTreeSample(4, 1, { rowShare: 0.5, columnShare: 1 }, () => draws.shift()!);
  assert.deepEqual([...sample.rows], [0, 3]);
  assert.deepEqual([...sample.otherRows], [1, 2]);
});

Deno.test("drawTreeSample() draws again where no row was drawn", () => {
  const draws = [0.9, 0.9, 0.9, 0.1];
  const sample = drawTreeSample(2, 1, { rowShare: 0.5, columnShare: 1 }, () => draws.shift()!);
  assert.deepEqual([...sample.rows], [1]);
  assert.deepEqual([...sample.otherRows], [0]);
});

Deno.test("drawTreeSample() draws features without replacement, in order, each as often", () => {
  const draw = random(7);
  const times = new Array(7).fill(0);
  for (let tree = 0; tree < 7000; tree++) {
    const { features } = drawTreeSample(1, 7, { rowShare: 1, columnShare: 0.4 }, draw);
    assert.equal(new Set(features).size, 3);
    assert.deepEqual(features, features.toSorted());
    for (const feature of features) times[feature]++;
  }
  // 3000 of 7000 each, with a standard deviation of 41.
  for (const count of times) assert.ok(Math.abs(count - 3000) < 200, `${times}`);
});
