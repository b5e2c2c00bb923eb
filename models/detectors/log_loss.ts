/** The logistic loss: its start, its gradients, and whole numbers that stand for them. */

/** Bits of a whole number that a double holds exactly. */
const EXACT_BITS = 53;
/** How near 0 or 1 the share of anomalous rows counts at most, as in LightGBM. */
const LEAST_SHARE = 1e-15;

/**
 * The units of gradients as whole numbers. Sums of whole numbers below 2⁵³ are exact, so they do
 * not depend on the order of the rows, and a histogram may be had by subtraction without loss.
 */
export interface GradientUnits {
  /** A first derivative counts this many times; a power of two. */
  readonly first: number;
  /** A second derivative counts this many times; a power of two. */
  readonly second: number;
  /** What each row adds beside its second derivatives, which together stay below; a power of two. */
  readonly row: number;
}

/**
 * The finest units in which sums over so many rows stay exact.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(gradientUnits(3), { first: 2 ** 51, second: 2 ** 51, row: 2 ** 51 });
 * ```
 */
export function gradientUnits(rows: number): GradientUnits {
  const bits = Math.ceil(Math.log2(rows + 1));
  const row = EXACT_BITS - bits;
  // A first derivative is at most 1 and a second at most ¼, so fewer than 2 ** bits of the latter
  // stay below one row.
  return { first: 2 ** row, second: 2 ** (row - bits + 2), row: 2 ** row };
}

/** The probability 1 / (1 + e^−raw) that a raw score stands for. */
export function sigmoid(raw: number): number {
  return 1 / (1 + Math.exp(-raw));
}

/**
 * The raw score whose sigmoid is the share of anomalous rows, kept finite where all rows are alike.
 *
 * @param labels At least one 0 or 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(priorScore(Uint8Array.of(0, 1)), 0);
 * assert.equal(priorScore(Uint8Array.of(0, 0, 0, 1)), Math.log(1 / 3));
 * ```
 */
export function priorScore(labels: Uint8Array): number {
  const anomalous = labels.reduce((total, label) => total + label, 0);
  const share = Math.min(Math.max(anomalous / labels.length, LEAST_SHARE), 1 - LEAST_SHARE);
  return Math.log(share / (1 - share));
}

/**
 * Writes the derivatives of the loss ln(1 + e^raw) − label · raw at each row's raw score as whole
 * numbers: p − label in units of `first`, then p (1 − p) in units of `second` plus one `row`, with
 * p = sigmoid(raw). What rounding leaves of a second derivative goes to the next row, so that sums
 * over rows that are all but certain do not vanish.
 *
 * @param oddsAgainst e^−raw of each row: the odds that it is usual.
 * @param gradients Two entries per row, written.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const gradients = new Float64Array(2);
 * writeGradients([1], Uint8Array.of(1), { first: 4, second: 8, row: 16 }, gradients);
 * assert.deepEqual([...gradients], [-0.5 * 4, 0.25 * 8 + 16]);
 * ```
 */
export function writeGradients(
  oddsAgainst: ArrayLike<number>,
  labels: Uint8Array,
  units: GradientUnits,
  gradients: Float64Array,
): void {
  const { first, second, row } = units;
  let carried = 0;
  for (let i = 0; i < labels.length; i++) {
    const p = 1 / (1 + oddsAgainst[i]);
    const exact = p * (1 - p) * second + carried;
    const whole = Math.floor(exact);
    carried = exact - whole;
    // Math.round takes ten times as long.
    gradients[2 * i] = Math.floor((p - labels[i]) * first + 0.5);
    gradients[2 * i + 1] = whole + row;
  }
}
