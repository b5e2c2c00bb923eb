import assert from "node:assert/strict";
import { random } from "../random.ts";
import { symmetricEigen } from "./symmetric_eigen.ts";

/** XᵀX of random rows: symmetric, of the rank of the rows. */
function gram(size: number, rows: number, seed: number): Float64Array {
  const draw = random(seed);
  const x = Array.from({ length: rows }, () => Array.from({ length: size }, () => draw() - 0.5));
  return Float64Array.from(
    { length: size * size },
    (_, at) => x.reduce((sum, row) => sum + row[Math.floor(at / size)] * row[at % size], 0),
  );
}

function assertNear(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual}, not ${expected}`);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, entry, i) => sum + entry * b[i], 0);
}

Deno.test("symmetricEigen() solves [[2, 1], [1, 2]]", () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
  [3, 1].forEach((value, k) => assertNear(values[k], value, 1e-15));
  const root = Math.SQRT1_2;
  assertNear(vectors[0][0], root, 1e-15);
  assertNear(vectors[0][1], root, 1e-15);
  assertNear(Math.abs(vectors[1][0]), root, 1e-15);
  assertNear(vectors[1][0] + vectors[1][1], 0, 1e-15);
});

Deno.test("symmetricEigen() finds the eigenvalues 2 − 2 cos(kπ / 8) of the second difference", () => {
  const size = 7;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = 2;
    if (i > 0) matrix[i * size + i - 1] = matrix[(i - 1) * size + i] = -1;
  }
  symmetricEigen(matrix, size).values.forEach((value, i) => {
    assertNear(value, 2 - 2 * Math.cos((size - i) * Math.PI / (size + 1)), 1e-14);
  });
});

for (const [size, rows] of [[1, 3], [5, 50], [12, 4], [40, 100]]) {
  Deno.test(`symmetricEigen() keeps A v = λ v and vᵀv = 1 for size ${size} of ${rows} rows`, () => {
    const matrix = gram(size, rows, size);
    const before = matrix.slice();
    const { values, vectors } = symmetricEigen(matrix, size);
    assert.deepEqual(matrix, before);
    assert.deepEqual(values, values.toSorted((a, b) => b - a));
    const largest = values[0];
    vectors.forEach((vector, k) => {
      for (let i = 0; i < size; i++) {
        const row = Array.from(matrix.subarray(i * size, (i + 1) * size));
        assertNear(dot(row, vector), values[k] * vector[i], 1e-13 * largest);
      }
      vectors.forEach((other, l) => assertNear(dot(vector, other), k === l ? 1 : 0, 1e-13));
    });
    const trace = vectors.reduce((sum, _, i) => sum + matrix[i * size + i], 0);
    assertNear(values.reduce((sum, value) => sum + value, 0), trace, 1e-13 * trace);
    values.slice(rows).forEach((value) => assertNear(value, 0, 1e-13 * largest));
  });
}

Deno.test("symmetricEigen() makes the entry of largest size positive", () => {
  const { vectors } = symmetricEigen(gram(9, 30, 2), 9);
  for (const vector of vectors) {
    const sizes = vector.map(Math.abs);
    assert.ok(vector[sizes.indexOf(Math.max(...sizes))] > 0);
  }
});

Deno.test("symmetricEigen() leaves a diagonal and a zero matrix as they are", () => {
  assert.deepEqual(symmetricEigen(Float64Array.of(1, 0, 0, 0, 5, 0, 0, 0, 3), 3), {
    values: [5, 3, 1],
    vectors: [[0, 1, 0], [0, 0, 1], [1, 0, 0]],
  });
  assert.deepEqual(symmetricEigen(new Float64Array(4), 2), {
    values: [0, 0],
    vectors: [[1, 0], [0, 1]],
  });
});
