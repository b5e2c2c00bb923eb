import assert from "node:assert/strict";
import { random } from "../random.ts";
import { solvePositiveDefinite } from "./cholesky.ts";

Deno.test("solvePositiveDefinite() solves a hand-calculated system", () => {
  // A = L Lᵀ of L = [2 0 0; 1 3 0; -1 2 1], and b = A (1, -2, 3).
  const a = [4, 2, -2, 2, 10, 5, -2, 5, 6];
  assert.deepEqual([...solvePositiveDefinite(a, [-6, -3, 6])], [1, -2, 3]);
});

Deno.test("solvePositiveDefinite() reads the lower triangle alone and changes nothing", () => {
  const a = Float64Array.of(4, NaN, 2, 5);
  const b = Float64Array.of(8, 12);
  assert.deepEqual([...solvePositiveDefinite(a, b)], [1, 2]);
  assert.deepEqual([...a, ...b], [4, NaN, 2, 5, 8, 12]);
});

Deno.test("solvePositiveDefinite() gives back the x of A x for matrices of any size", () => {
  const draw = random(3);
  for (const n of [1, 2, 7, 20]) {
    const m = Array.from({ length: n * n }, () => draw() - 0.5);
    // M Mᵀ plus the identity is positive definite and well conditioned.
    const a = Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      const dot = Array.from({ length: n }, (_, k) => m[i * n + k] * m[j * n + k]);
      return dot.reduce((sum, value) => sum + value, i === j ? 1 : 0);
    });
    const x = Array.from({ length: n }, () => draw() - 0.5);
    const b = x.map((_, i) => x.reduce((sum, value, j) => sum + a[i * n + j] * value, 0));
    solvePositiveDefinite(a, b).forEach((value, i) => assert.ok(Math.abs(value - x[i]) < 1e-12));
  }
});

Deno.test("solvePositiveDefinite() has nothing to solve without equations", () => {
  assert.deepEqual([...solvePositiveDefinite([], [])], []);
});

Deno.test("solvePositiveDefinite() refuses matrices that are not positive definite or square", () => {
  assert.throws(() => solvePositiveDefinite([1, 2, 2, 4], [1, 2]), {
    name: "RangeError",
    message: "Cannot solve linear equations: expected a positive definite matrix, " +
      "got the pivot 0 in row 1",
  });
  assert.throws(() => solvePositiveDefinite([-1], [1]), RangeError);
  assert.throws(() => solvePositiveDefinite([NaN], [1]), RangeError);
  assert.throws(() => solvePositiveDefinite([1, 2, 3], [1, 2]), {
    name: "RangeError",
    message: "Cannot solve linear equations: expected 2 × 2 coefficients, got 3",
  });
});
