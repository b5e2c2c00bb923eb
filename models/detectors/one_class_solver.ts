/** The quadratic program behind the one-class SVM. */

import { KernelCache, type KernelMatrix } from "./kernel_cache.ts";
import { restore, shrink, type WholeState } from "./shrinking.ts";
import { turns } from "./turns.ts";
import {
  curvature,
  findFaller,
  findRiser,
  shiftGradient,
  type WeightSearch,
} from "./working_pair.ts";

/** Entries looked at between two pauses: they take some milliseconds. */
const ENTRIES_IN_A_TURN = 2 ** 20;
/** Steps between two looks for rows to set aside, if there are as many rows; LIBSVM's number. */
const STEPS_BEFORE_SHRINKING = 1000;
/** Near the end, at this many tolerances, what was set aside is looked at again; as in LIBSVM. */
const NEAR = 10;

/** The solved program. */
export interface OneClassSolution {
  /** One weight in [0, 1] per row, together nu · rows. */
  readonly alpha: Float64Array;
  /** The offset: Σ alphaⱼ Kᵢⱼ of the rows on the boundary. */
  readonly rho: number;
}

/** What the solver needs to know. */
export interface OneClassProgram {
  /** Kernel of each pair of rows. */
  readonly kernel: KernelMatrix;
  /** Share of the rows that may lie outside, in (0, 1). */
  readonly nu: number;
  /** Largest violation of the optimality conditions left over. */
  readonly tolerance: number;
  /** Steps after which to give up. */
  readonly maxSteps: number;
  /** Room for rows of the kernel. */
  readonly cacheMebibytes: number;
  /** Stops the search between two turns of some milliseconds. */
  readonly signal?: AbortSignal;
  /** Told the done share, as far as it can be known. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Minimises ½ αᵀKα subject to 0 ≤ α ≤ 1 and Σα = nu · rows by sequential minimal optimisation as
 * LIBSVM does (Chang and Lin, LIBSVM: A Library for Support Vector Machines, 2011): two weights at
 * a time, chosen by second-order information, over rows of the kernel kept in float32, with rows
 * set aside on the way. It ends after finitely many steps, which may be many.
 *
 * Memory: the cache and some numbers a row. Time: nu · rows² kernels to begin with, then up to two
 * rows of kernels a step.
 *
 * @throws {RangeError} When the violation is above the tolerance after `maxSteps` steps.
 * @throws The signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { gaussianKernel } from "./gaussian_kernel.ts";
 * const { alpha, rho } = await solveOneClass({
 *   kernel: gaussianKernel(Float64Array.of(0, 1), 1, Math.LN2),
 *   nu: 0.5,
 *   tolerance: 1e-9,
 *   maxSteps: 10,
 *   cacheMebibytes: 1,
 * });
 * assert.deepEqual([[...alpha], rho], [[0.5, 0.5], 0.75]);
 * ```
 */
export async function solveOneClass(program: OneClassProgram): Promise<OneClassSolution> {
  const { kernel, nu, tolerance, maxSteps, cacheMebibytes, signal, onProgress } = program;
  const { diagonal } = kernel;
  const rows = diagonal.length;
  const cache = new KernelCache(kernel, cacheMebibytes);
  const search = startingSearch(rows, nu);
  const { alpha, gradient, places } = search;
  let done = 0;
  const turn = turns(ENTRIES_IN_A_TURN, signal, () => onProgress?.(done));
  await turn(ENTRIES_IN_A_TURN);

  const weighted = Math.ceil(nu * rows);
  for (let i = 0; i < weighted; i++) {
    addRow(gradient, cache.row(i, places, rows), alpha[i]);
    done = i / weighted / 2;
    const wait = turn(rows);
    if (wait) await wait;
  }

  const patience = Math.min(rows, STEPS_BEFORE_SHRINKING);
  let untilShrinking = patience;
  let whole: WholeState = search;
  let near = false;
  let first = 0;
  const bringBack = async () => {
    await restore(search, whole, kernel, turn);
    cache.forgetParts();
    findRiser(search);
  };
  findRiser(search);
  for (let step = 0;; step++) {
    if (untilShrinking-- === 0) {
      untilShrinking = patience;
      if (!near && search.violation <= NEAR * tolerance) {
        near = true;
        await bringBack();
      }
      if (search.active === rows) whole = { alpha: alpha.slice(), gradient: gradient.slice() };
      shrink(search);
    }
    const up = cache.row(search.riser, places, search.active);
    findFaller(search, up, diagonal);
    if (search.violation <= tolerance) {
      if (search.active === rows) return { alpha, rho: offset(alpha, gradient) };
      await bringBack();
      untilShrinking = 1;
      continue;
    }
    const { riser, faller, violation, active } = search;
    if (step === maxSteps) {
      throw new RangeError(
        `Cannot solve the one-class SVM in ${maxSteps} steps: ` +
          `expected a violation <= ${tolerance}, got ${violation}`,
      );
    }
    const down = cache.row(faller, places, active);
    const wish = (gradient[faller] - gradient[riser]) /
      curvature(diagonal[riser], diagonal[faller], up[faller]);
    const shift = Math.min(wish, 1 - alpha[riser], alpha[faller]);
    // A weight that meets its bound is set to it: a sum may miss it by a rounding error.
    alpha[riser] = shift === 1 - alpha[riser] ? 1 : alpha[riser] + shift;
    alpha[faller] = shift === alpha[faller] ? 0 : alpha[faller] - shift;
    shiftGradient(search, shift, up, down);
    first ||= violation;
    done = Math.max(done, 0.5 + 0.5 * Math.log(first / violation) / Math.log(first / tolerance));
    const wait = turn(active);
    if (wait) await wait;
  }
}

/** The first rows carry all the weight, as in LIBSVM. */
function startingSearch(rows: number, nu: number): WeightSearch {
  const alpha = new Float64Array(rows);
  const total = nu * rows;
  alpha.fill(1, 0, Math.floor(total));
  alpha[Math.floor(total)] = total - Math.floor(total);
  return {
    alpha,
    gradient: new Float64Array(rows),
    places: Int32Array.from({ length: rows }, (_, i) => i),
    active: rows,
    riser: -1,
    faller: -1,
    violation: Infinity,
  };
}

function addRow(gradient: Float64Array, kernel: Float32Array, weight: number): void {
  for (let i = 0; i < gradient.length; i++) gradient[i] += weight * kernel[i];
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
