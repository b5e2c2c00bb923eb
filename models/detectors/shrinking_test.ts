import assert from "node:assert/strict";
import { random } from "../random.ts";
import { gaussianKernel } from "./gaussian_kernel.ts";
import { restore, shrink } from "./shrinking.ts";
import type { WeightSearch } from "./working_pair.ts";

function searchOf(alpha: readonly number[], gradient: readonly number[]): WeightSearch {
  return {
    alpha: Float64Array.from(alpha),
    gradient: Float64Array.from(gradient),
    places: Int32Array.from(alpha.keys()),
    active: alpha.length,
    riser: -1,
    faller: -1,
    violation: 0,
  };
}

Deno.test("shrink() keeps free weights and those that a partner could still move", () => {
  // The least gradient below the bound is 2 and the greatest above 0 is 5.
  const search = searchOf([0, 0.5, 1, 1, 0, 0.5, 0], [9, 2, 1, 3, 4, 5, 5]);
  search.riser = 1;
  shrink(search);
  assert.deepEqual([...search.places], [1, 3, 4, 5, 6, 0, 2]);
  assert.equal(search.active, 5);
});

Deno.test("shrink() looks at the rows still searched alone", () => {
  const search = searchOf([0, 0.5, 0.5, 0], [9, 2, 5, 6]);
  search.riser = 1;
  search.active = 3;
  shrink(search);
  assert.deepEqual([...search.places], [1, 2, 0, 3]);
  assert.equal(search.active, 2);
});

Deno.test("restore() gives every row the gradient that its kernel row and the weights make", async () => {
  const rows = 40;
  const draw = random(3);
  const points = Float64Array.from({ length: 2 * rows }, draw);
  const kernel = gaussianKernel(points, 2, 1);
  const places = Int32Array.from({ length: rows }, (_, i) => i);
  const product = (alpha: Float64Array) => {
    const row = new Float32Array(rows);
    return Array.from(alpha, (_, i) => {
      kernel.fill(row, i, places, 0, rows);
      return alpha.reduce((sum, weight, j) => sum + weight * row[j], 0);
    });
  };
  const before = Float64Array.from({ length: rows }, draw);
  const after = before.map((weight, i) => i % 3 === 0 ? draw() : weight);
  const search = searchOf([...after], product(after));
  search.places.set([...places.filter((i) => i % 2 === 1), ...places.filter((i) => i % 2 === 0)]);
  search.active = rows / 2;
  for (let i = 0; i < rows; i += 2) search.gradient[i] = NaN;
  const whole = { alpha: before, gradient: Float64Array.from(product(before)) };
  let work = 0;
  await restore(search, whole, kernel, (done) => void (work += done));
  product(after).forEach((value, i) => {
    assert.ok(Math.abs(search.gradient[i] - value) < 1e-12, `row ${i}`);
  });
  assert.deepEqual([...search.places], [...places]);
  assert.equal(search.active, rows);
  assert.equal(work, Math.ceil(rows / 3) * rows / 2);
});
