/** Logistic regression whose weights cannot be negative. */

/** Newton steps at most; far fewer are needed, as each roughly doubles the right digits. */
const STEPS = 100;
/** A step that changes no coefficient by more, relative above 1, is the last. */
const TOLERANCE = 1e-10;
/** Sweeps over the coefficients in one Newton step at most. */
const SWEEPS = 10_000;
/** Halvings of a step at most. */
const HALVINGS = 40;

/** P(1 | x) = 1 / (1 + e^−z) with z = intercept + Σ weight · x. */
export interface LogisticModel {
  readonly intercept: number;
  /** One per column, none negative. */
  readonly weights: readonly number[];
}

/** The objective's first and second derivatives; the last coefficient is the intercept. */
interface Derivatives {
  readonly gradient: Float64Array;
  readonly curvature: readonly Float64Array[];
}

/** Rows, what is expected of them, and how hard weights are held down. */
interface Problem {
  readonly x: Float64Array;
  readonly targets: ArrayLike<number>;
  readonly width: number;
  readonly l2: number;
}

/**
 * Minimises Σ loss + l2 / 2 · Σ weight² under weight ≥ 0, the loss being the cross-entropy to the
 * target; the intercept is free. The objective is scikit-learn's with C = 1 / l2, which has no such
 * bound. Projected Newton steps: the quadratic model of each (iteratively reweighted least squares)
 * is minimised within the bounds by coordinate descent, as in glmnet (Friedman, Hastie and
 * Tibshirani 2010), and the step is halved until the objective falls.
 *
 * @param x `targets.length × width` values, row-major, finite.
 * @param targets From 0 to 1.
 * @param width Columns of x.
 * @param l2 Above 0 unless the targets leave the optimum finite without it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { weights } = fitLogistic(Float64Array.of(0, 1, 0, 1), [0, 1, 0, 1], 1, 1);
 * assert.ok(weights[0] > 0);
 * assert.deepEqual(fitLogistic(Float64Array.of(0, 1), [1, 0], 1, 1).weights, [0]);
 * ```
 */
export function fitLogistic(
  x: Float64Array,
  targets: ArrayLike<number>,
  width: number,
  l2: number,
): LogisticModel {
  const problem = { x, targets, width, l2 };
  let coefficients = new Float64Array(width + 1);
  let objective = objectiveAt(problem, coefficients);
  for (let i = 0; i < STEPS; i++) {
    const step = newtonStep(derivativesAt(problem, coefficients), coefficients);
    const largest = step.reduce(
      (most, change, j) =>
        Math.max(most, Math.abs(change) / Math.max(1, Math.abs(coefficients[j]))),
      0,
    );
    let share = 1;
    let next = coefficients;
    let reached = objective;
    for (let halving = 0; halving < HALVINGS; halving++, share /= 2) {
      next = coefficients.map((value, j) => value + share * step[j]);
      reached = objectiveAt(problem, next);
      if (reached <= objective) break;
    }
    // Where no share of the step helps, rounding is all that is left.
    if (!(reached <= objective)) break;
    [coefficients, objective] = [next, reached];
    if (largest <= TOLERANCE) break;
  }
  return { intercept: coefficients[width], weights: [...coefficients.subarray(0, width)] };
}

/**
 * The probability of one row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(logisticProbability({ intercept: -1, weights: [2] }, [0.5]), 0.5);
 * ```
 */
export function logisticProbability(
  { intercept, weights }: LogisticModel,
  row: ArrayLike<number>,
): number {
  const z = weights.reduce((sum, weight, j) => sum + weight * row[j], intercept);
  return 1 / (1 + Math.exp(-z));
}

function objectiveAt({ x, targets, width, l2 }: Problem, coefficients: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < width; j++) sum += l2 / 2 * coefficients[j] ** 2;
  for (let row = 0; row < targets.length; row++) {
    const z = logit(x, row, width, coefficients);
    // ln(1 + e^z) without overflow.
    sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[row] * z;
  }
  return sum;
}

function derivativesAt(problem: Problem, coefficients: Float64Array): Derivatives {
  const { x, targets, width, l2 } = problem;
  const gradient = new Float64Array(width + 1);
  const curvature = Array.from(gradient, () => new Float64Array(width + 1));
  const row1 = new Float64Array(width + 1).fill(1);
  for (let row = 0; row < targets.length; row++) {
    row1.set(x.subarray(row * width, (row + 1) * width));
    const p = 1 / (1 + Math.exp(-logit(x, row, width, coefficients)));
    for (let j = 0; j <= width; j++) {
      gradient[j] += (p - targets[row]) * row1[j];
      for (let k = 0; k <= j; k++) curvature[j][k] += p * (1 - p) * row1[j] * row1[k];
    }
  }
  for (let j = 0; j <= width; j++) {
    if (j < width) {
      gradient[j] += l2 * coefficients[j];
      curvature[j][j] += l2;
    }
    for (let k = 0; k < j; k++) curvature[k][j] = curvature[j][k];
  }
  return { gradient, curvature };
}

/** The change that minimises the quadratic model and leaves no weight negative. */
function newtonStep(
  { gradient, curvature }: Derivatives,
  coefficients: Float64Array,
): Float64Array {
  const step = new Float64Array(coefficients.length);
  const intercept = coefficients.length - 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let largest = 0;
    for (let j = 0; j < step.length; j++) {
      if (curvature[j][j] === 0) continue;
      const slope = step.reduce((sum, change, k) => sum + curvature[j][k] * change, gradient[j]);
      const free = step[j] - slope / curvature[j][j];
      const bounded = j === intercept ? free : Math.max(free, -coefficients[j]);
      largest = Math.max(largest, Math.abs(bounded - step[j]));
      step[j] = bounded;
    }
    if (largest <= TOLERANCE / 10) break;
  }
  return step;
}

function logit(x: Float64Array, row: number, width: number, coefficients: Float64Array): number {
  let z = coefficients[width];
  for (let j = 0; j < width; j++) z += coefficients[j] * x[row * width + j];
  return z;
}
