import assert from "node:assert/strict";
import {
  curvature,
  findFaller,
  findRiser,
  shiftGradient,
  type WeightSearch,
} from "./working_pair.ts";

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

const ones = Float64Array.of(1, 1, 1, 1);

Deno.test("curvature() is the squared distance in the kernel's space, at least 1e-12", () => {
  assert.equal(curvature(4, 9, 2), 9);
  assert.equal(curvature(1, 1, 1 + 1e-7), 1e-12);
});

Deno.test("findRiser() passes over weights at 1 and rows set aside, and takes the first of equals", () => {
  const search = searchOf([1, 0, 0.5, 0], [1, 3, 3, 2]);
  search.active = 3;
  findRiser(search);
  assert.equal(search.riser, 1);
});

Deno.test("findRiser() finds none where all weights are at 1", () => {
  const search = searchOf([1, 1], [1, 2]);
  findRiser(search);
  assert.equal(search.riser, -1);
});

Deno.test("findFaller() takes the greatest gain, not the greatest slope", () => {
  const search = searchOf([0, 1, 1, 0], [1, 4, 3, 9]);
  search.riser = 0;
  // Slopes 3 and 2, curvatures 2 and 0.5: gains 4.5 and 8. The last weight cannot fall.
  findFaller(search, Float32Array.of(1, 0, 0.75, 0), ones);
  assert.deepEqual([search.faller, search.violation], [2, 3]);
});

Deno.test("findFaller() finds none, and no violation, where no gradient is above the riser's", () => {
  const search = searchOf([0.5, 1, 0, 0.5], [2, 1, 7, 2]);
  search.riser = 0;
  findFaller(search, Float32Array.of(1, 0, 0, 0), ones);
  assert.deepEqual([search.faller, search.violation], [-1, 0]);
});

Deno.test("shiftGradient() adds the difference of two kernel rows and finds the next riser", () => {
  const search = searchOf([1, 0.5, 0, 0.5], [1, 4, 3, 2]);
  search.active = 3;
  shiftGradient(search, 2, Float32Array.of(1, 0, 0.5, 9), Float32Array.of(0, 1, 0.25, 5));
  assert.deepEqual([...search.gradient], [3, 2, 3.5, 2]);
  assert.equal(search.riser, 1);
});
