import assert from "node:assert/strict";
import { squaredDistance } from "./squared_distance.ts";

const a = Float64Array.of(1, 2, 3, 4, 5, 6);
const b = Float64Array.of(0, 0, 0, 4, 4, 4);

Deno.test("squaredDistance() sums the squared differences of the two rows", () => {
  assert.equal(squaredDistance(a, 0, b, 0, 3), 1 + 4 + 9);
  assert.equal(squaredDistance(a, 1, b, 1, 3), 0 + 1 + 4);
  assert.equal(squaredDistance(a, 0, b, 1, 3), 9 + 4 + 1);
});

Deno.test("squaredDistance() is symmetric, and 0 from a row to itself", () => {
  assert.equal(squaredDistance(a, 1, b, 0, 3), squaredDistance(b, 0, a, 1, 3));
  assert.equal(squaredDistance(a, 1, a, 1, 3), 0);
});
