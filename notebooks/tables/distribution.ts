/** Least, middle and greatest of many numbers and their histogram, without sorting them. */

const BINS = 4096;

/** How many of the values lie where. */
export interface Distribution {
  /** Smallest and largest value; `NaN` where there is none. */
  readonly min: number;
  readonly max: number;
  /** Middle value, or the mean of the two in the middle; `NaN` where there is none. */
  readonly median: number;
  /** Values that are `NaN`. */
  readonly missing: number;
  /** Finite values in parts of equal width between the smallest and the largest of them. */
  readonly bins: readonly number[];
}

/**
 * Looks at every value: a histogram finds the part that holds the middle, and only that part is
 * looked at again, so the time grows with the number of values and not with their order.
 *
 * @param bins Number of parts, a divisor of 4096.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(distribution(new Float64Array([4, NaN, 1, 2, 3]), 2), {
 *   min: 1,
 *   max: 4,
 *   median: 2.5,
 *   missing: 1,
 *   bins: [2, 2],
 * });
 * ```
 */
export function distribution(values: Float64Array, bins: number): Distribution {
  let min = Infinity;
  let max = -Infinity;
  let missing = 0;
  let below = 0;
  let above = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value - value === 0) {
      if (value < min) min = value;
      if (value > max) max = value;
    } else if (value === -Infinity) below++;
    else if (value === Infinity) above++;
    else missing++;
  }
  const count = values.length - missing;
  const finite = count - below - above;
  const parts = finite === 0 ? undefined : divide(values, min, max, values.length - finite);
  return {
    min: below > 0 ? -Infinity : finite > 0 ? min : above > 0 ? Infinity : NaN,
    max: above > 0 ? Infinity : finite > 0 ? max : below > 0 ? -Infinity : NaN,
    median: middle(),
    missing,
    bins: parts === undefined ? new Array(bins).fill(0) : grouped(parts.counts, bins),
  };

  function middle(): number {
    const lower = (count - 1) >> 1;
    const upper = count >> 1;
    if (lower < below || upper >= below + finite) return mean(at(lower), at(upper));
    const [low, next] = ranked(values, parts!, lower - below);
    return lower === upper ? low : mean(low, next);
  }

  function at(rank: number): number {
    if (rank < below) return -Infinity;
    if (rank >= below + finite) return rank < count ? Infinity : NaN;
    return ranked(values, parts!, rank - below)[0];
  }
}

/** Without overflow, and exact for equal values. */
function mean(low: number, high: number): number {
  return low === high ? low : low / 2 + high / 2;
}

/** Finite values sorted into parts, whose order is that of the values. */
interface Parts {
  readonly min: number;
  readonly max: number;
  readonly scale: number;
  /** Finite values in each part. */
  readonly counts: Int32Array;
}

/**
 * Never falls when the value rises. What is not finite is in part 0, and so is every value where the
 * range is nothing or beyond a double: `NaN` and infinity are 0 as integers.
 */
function partOf(value: number, min: number, scale: number): number {
  const part = ((value - min) * scale) | 0;
  return part < BINS ? part : BINS - 1;
}

function divide(values: Float64Array, min: number, max: number, notFinite: number): Parts {
  const counts = new Int32Array(BINS);
  const scale = BINS / (max - min);
  for (let i = 0; i < values.length; i++) counts[partOf(values[i], min, scale)]++;
  counts[0] -= notFinite;
  return { min, max, scale, counts };
}

/** The finite value with `rank` others below it, and the one after it (`NaN` after the last). */
function ranked(values: Float64Array, parts: Parts, rank: number): [number, number] {
  const { min, max, scale, counts } = parts;
  let part = 0;
  while (rank >= counts[part]) rank -= counts[part++];
  const within = new Float64Array(counts[part]);
  let size = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (partOf(value, min, scale) !== part || value - value !== 0) continue;
    within[size++] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const [value, after] = inPart(within, low, high, rank, low === min && high === max);
  if (rank + 1 < size) return [value, after];
  let next = part + 1;
  while (next < BINS && counts[next] === 0) next++;
  if (next === BINS) return [value, NaN];
  let least = Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < least && partOf(values[i], min, scale) === next) least = values[i];
  }
  return [value, least];
}

function inPart(
  within: Float64Array,
  low: number,
  high: number,
  rank: number,
  undivided: boolean,
): [number, number] {
  if (low === high) return [low, low];
  if (within.length > BINS && !undivided) return ranked(within, divide(within, low, high, 0), rank);
  within.sort();
  return [within[rank], within[rank + 1]];
}

function grouped(counts: Int32Array, bins: number): number[] {
  const width = BINS / bins;
  return Array.from(
    { length: bins },
    (_, bin) => counts.subarray(bin * width, (bin + 1) * width).reduce((sum, n) => sum + n, 0),
  );
}
