/** Which two weights of the one-class program to change next. */

/** Stands in for a curvature of 0, met when two rows are equal; LIBSVM's value. */
const LEAST_CURVATURE = 1e-12;

/** The state of a search for weights. */
export interface WeightSearch {
  /** One weight in [0, 1] per row. */
  readonly alpha: Float64Array;
  /** Σ alphaⱼ Kᵢⱼ, one per row; out of date for the rows set aside. */
  readonly gradient: Float64Array;
  /** All rows: those searched first, ascending, then those set aside. */
  readonly places: Int32Array;
  /** How many are searched. */
  active: number;
  /** The weight to raise; −1 when all are at 1. */
  riser: number;
  /** The weight to lower; −1 when no pair lowers the objective. */
  faller: number;
  /** How far the worst pair is from optimal. */
  violation: number;
}

/**
 * The curvature of the objective along a pair, kept above 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([curvature(1, 1, 0.5), curvature(1, 1, 1)], [1, 1e-12]);
 * ```
 */
export function curvature(diagonalI: number, diagonalJ: number, kernel: number): number {
  const value = diagonalI + diagonalJ - 2 * kernel;
  return value > LEAST_CURVATURE ? value : LEAST_CURVATURE;
}

/**
 * Finds the weight below 1 whose gradient is least: the first choice of the pair.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const search = {
 *   alpha: Float64Array.of(1, 0, 0),
 *   gradient: Float64Array.of(1, 3, 2),
 *   places: Int32Array.of(0, 1, 2),
 *   active: 3,
 *   riser: -1,
 *   faller: -1,
 *   violation: 0,
 * };
 * findRiser(search);
 * assert.equal(search.riser, 2);
 * ```
 */
export function findRiser(search: WeightSearch): void {
  const { alpha, gradient, places, active } = search;
  let riser = -1;
  let least = Infinity;
  for (let at = 0; at < active; at++) {
    const i = places[at];
    if (gradient[i] < least && alpha[i] < 1) {
      least = gradient[i];
      riser = i;
    }
  }
  search.riser = riser;
}

/**
 * Finds the weight above 0 that, lowered as the riser rises, lowers the objective most by its
 * second-order expansion (working set selection 2 of Fan, Chen and Lin, Working Set Selection Using
 * Second Order Information, JMLR 2005), and the violation.
 *
 * @param kernel The riser's row of the kernel matrix.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const search = {
 *   alpha: Float64Array.of(0, 1, 1),
 *   gradient: Float64Array.of(0, 3, 2),
 *   places: Int32Array.of(0, 1, 2),
 *   active: 3,
 *   riser: 0,
 *   faller: -1,
 *   violation: 0,
 * };
 * // 3² / (1 + 1 − 0) is more than 2² / (1 + 1 − 1), though not by as much as 3 is more than 2.
 * findFaller(search, Float32Array.of(1, 0, 0.5), Float64Array.of(1, 1, 1));
 * assert.deepEqual([search.faller, search.violation], [1, 3]);
 * ```
 */
export function findFaller(
  search: WeightSearch,
  kernel: Float32Array,
  diagonal: Float64Array,
): void {
  const { alpha, gradient, places, active, riser } = search;
  const floor = gradient[riser];
  const own = diagonal[riser];
  let faller = -1;
  let violation = 0;
  let bestGain = 0;
  for (let at = 0; at < active; at++) {
    const j = places[at];
    const slope = gradient[j] - floor;
    if (!(slope > 0) || alpha[j] === 0) continue;
    if (slope > violation) violation = slope;
    const gain = slope * slope / curvature(own, diagonal[j], kernel[j]);
    if (gain > bestGain) {
      bestGain = gain;
      faller = j;
    }
  }
  search.faller = faller;
  search.violation = violation;
}

/**
 * Brings the gradients up to date after `shift` went from the faller's weight to the riser's, and
 * finds the next riser on the way, as {@linkcode findRiser} does.
 *
 * @param up The riser's row of the kernel matrix.
 * @param down The faller's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const search = {
 *   alpha: Float64Array.of(0.5, 0.5),
 *   gradient: Float64Array.of(0, 1),
 *   places: Int32Array.of(0, 1),
 *   active: 2,
 *   riser: 0,
 *   faller: 1,
 *   violation: 1,
 * };
 * shiftGradient(search, 0.5, Float32Array.of(1, 0), Float32Array.of(0, 1));
 * assert.deepEqual([...search.gradient], [0.5, 0.5]);
 * ```
 */
export function shiftGradient(
  search: WeightSearch,
  shift: number,
  up: Float32Array,
  down: Float32Array,
): void {
  const { alpha, gradient, places, active } = search;
  let riser = -1;
  let least = Infinity;
  for (let at = 0; at < active; at++) {
    const i = places[at];
    const value = gradient[i] + shift * (up[i] - down[i]);
    gradient[i] = value;
    if (value < least && alpha[i] < 1) {
      least = value;
      riser = i;
    }
  }
  search.riser = riser;
}
