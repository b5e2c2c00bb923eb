/** Eigenvalues and eigenvectors of a symmetric matrix. */

/** A sweep that finds less than this share of the matrix off the diagonal is the last. */
const NEGLIGIBLE = 2 ** -53;
/** About 8 do; the bound is for rounding that never settles. */
const MAX_SWEEPS = 50;

/** The matrix is Σ values[k] · vectors[k] vectors[k]ᵀ. */
export interface SymmetricEigen {
  /** In descending order. */
  readonly values: readonly number[];
  /** Orthonormal, one per value; of each, the entry of largest size is positive. */
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Diagonalises a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix
 * Computations, section 8.5): accurate, and short. Each of about 8 sweeps takes 6 · size³
 * operations; for matrices of thousands of columns that is too slow.
 *
 * @param matrix `size × size` finite values, symmetric; stays as it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { values, vectors } = symmetricEigen(Float64Array.of(1, 0, 0, 2), 2);
 * assert.deepEqual(values, [2, 1]);
 * assert.deepEqual(vectors, [[0, 1], [1, 0]]);
 * ```
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = matrix.slice();
  const v = identity(size);
  const negligible = NEGLIGIBLE * Math.sqrt(a.reduce((total, entry) => total + entry * entry, 0));
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a, size) > negligible; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
    }
  }
  const order = Array.from({ length: size }, (_, k) => k)
    .sort((i, j) => a[j * size + j] - a[i * size + i]);
  return {
    values: order.map((k) => a[k * size + k]),
    vectors: order.map((k) => withSign(v.subarray(k * size, (k + 1) * size))),
  };
}

/** The rotation of coordinates p and q that makes the entry between them 0. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const between = a[p * size + q];
  if (between === 0) return;
  const half = (a[q * size + q] - a[p * size + p]) / (2 * between);
  // The smaller root of t² + 2 half t − 1 turns by at most 45 degrees.
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(half, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) mix(a, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k++) mix(a, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k++) mix(v, p * size + k, q * size + k, cosine, sine);
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}

function mix(entries: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const [first, second] = [entries[p], entries[q]];
  entries[p] = cosine * first - sine * second;
  entries[q] = sine * first + cosine * second;
}

/** Root of the sum of squares off the diagonal. */
function offDiagonal(a: Float64Array, size: number): number {
  let total = 0;
  for (let at = 0; at < a.length; at++) {
    if (at % (size + 1) !== 0) total += a[at] * a[at];
  }
  return Math.sqrt(total);
}

function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => at % (size + 1) === 0 ? 1 : 0);
}

function withSign(vector: Float64Array): number[] {
  let largest = 0;
  for (const entry of vector) if (Math.abs(entry) > Math.abs(largest)) largest = entry;
  return Array.from(vector, (entry) => largest < 0 ? -entry : entry);
}
