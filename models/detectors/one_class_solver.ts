/** The quadratic program behind the one-class SVM. */

import { pause } from "./pause.ts";

/** Stands in for a curvature of 0, met when two rows are equal; LIBSVM's value. */
const LEAST_CURVATURE = 1e-12;
/** Steps between two pauses: of 1000 rows they take some milliseconds. */
const STEPS_IN_A_TURN = 1000;

/** The solved program. */
export interface OneClassSolution {
  /** One weight in [0, 1] per row, together nu · rows. */
  readonly alpha: Float64Array;
  /** The offset: Σ alphaⱼ Kᵢⱼ of the rows on the boundary. */
  readonly rho: number;
}

/** What the solver needs to know. */
export interface OneClassProgram {
  /** Kernel of each pair of rows: rows × rows, symmetric, row-major. */
  readonly kernel: Float64Array;
  /** Share of the rows that may lie outside, in (0, 1). */
  readonly nu: number;
  /** Largest violation of the optimality conditions left over. */
  readonly tolerance: number;
  /** Steps after which to give up. */
  readonly maxSteps: number;
  /** Stops the search between two turns of some milliseconds. */
  readonly signal?: AbortSignal;
}

/**
 * Minimises ½ αᵀKα subject to 0 ≤ α ≤ 1 and Σα = nu · rows by sequential minimal optimisation:
 * two weights at a time, chosen by second-order information (Fan, Chen and Lin 2005, as in LIBSVM;
 * it ends after finitely many steps, which may be many).
 *
 * @throws {RangeError} When the violation is above the tolerance after `maxSteps` steps.
 * @throws The signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const kernel = Float64Array.of(1, 0, 0, 1);
 * const program = { kernel, nu: 0.5, tolerance: 1e-9, maxSteps: 10 };
 * const { alpha, rho } = await solveOneClass(program);
 * assert.deepEqual([[...alpha], rho], [[0.5, 0.5], 0.5]);
 * ```
 */
export async function solveOneClass(program: OneClassProgram): Promise<OneClassSolution> {
  const { kernel, nu, tolerance, maxSteps, signal } = program;
  const rows = Math.sqrt(kernel.length);
  const alpha = startingWeights(rows, nu);
  const gradient = product(kernel, alpha);
  for (let step = 0;; step++) {
    if (step % STEPS_IN_A_TURN === 0) await pause(signal);
    const { riser, faller, violation } = choosePair(kernel, alpha, gradient);
    if (violation <= tolerance) return { alpha, rho: offset(alpha, gradient) };
    if (step === maxSteps) {
      throw new RangeError(
        `Cannot solve the one-class SVM in ${maxSteps} steps: ` +
          `expected a violation <= ${tolerance}, got ${violation}`,
      );
    }
    const wish = (gradient[faller] - gradient[riser]) / curvature(kernel, rows, riser, faller);
    const room = Math.min(1 - alpha[riser], alpha[faller]);
    const shift = Math.min(wish, room);
    // A weight that meets its bound is set to it: a sum may miss it by a rounding error.
    alpha[riser] = shift === 1 - alpha[riser] ? 1 : alpha[riser] + shift;
    alpha[faller] = shift === alpha[faller] ? 0 : alpha[faller] - shift;
    for (let i = 0; i < rows; i++) {
      gradient[i] += shift * (kernel[riser * rows + i] - kernel[faller * rows + i]);
    }
  }
}

function startingWeights(rows: number, nu: number): Float64Array {
  const alpha = new Float64Array(rows);
  const total = nu * rows;
  alpha.fill(1, 0, Math.floor(total));
  alpha[Math.floor(total)] = total - Math.floor(total);
  return alpha;
}

function product(kernel: Float64Array, alpha: Float64Array): Float64Array {
  const rows = alpha.length;
  const result = new Float64Array(rows);
  for (let j = 0; j < rows; j++) {
    if (alpha[j] === 0) continue;
    for (let i = 0; i < rows; i++) result[i] += alpha[j] * kernel[j * rows + i];
  }
  return result;
}

/** The weight to raise and the one to lower, and how far the worst pair is from optimal. */
function choosePair(kernel: Float64Array, alpha: Float64Array, gradient: Float64Array) {
  const rows = alpha.length;
  let riser = -1;
  for (let i = 0; i < rows; i++) {
    if (alpha[i] < 1 && (riser < 0 || gradient[i] < gradient[riser])) riser = i;
  }
  let faller = -1;
  let violation = 0;
  let bestGain = 0;
  for (let j = 0; j < rows; j++) {
    const slope = gradient[j] - gradient[riser];
    if (alpha[j] === 0 || slope <= 0) continue;
    violation = Math.max(violation, slope);
    const gain = slope * slope / curvature(kernel, rows, riser, j);
    if (gain > bestGain) [faller, bestGain] = [j, gain];
  }
  return { riser, faller, violation };
}

function curvature(kernel: Float64Array, rows: number, i: number, j: number): number {
  const value = kernel[i * rows + i] + kernel[j * rows + j] - 2 * kernel[i * rows + j];
  return Math.max(value, LEAST_CURVATURE);
}

/** The mean gradient of the free weights, or the middle of what the bound ones allow. */
function offset(alpha: Float64Array, gradient: Float64Array): number {
  let free = 0;
  let total = 0;
  let above = -Infinity;
  let below = Infinity;
  alpha.forEach((weight, i) => {
    if (weight === 1) above = Math.max(above, gradient[i]);
    else if (weight === 0) below = Math.min(below, gradient[i]);
    else [free, total] = [free + 1, total + gradient[i]];
  });
  return free > 0 ? total / free : (above + below) / 2;
}
