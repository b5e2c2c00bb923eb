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
  const parts = finite === 0 ? undefined : divide(values, min, max);
  const at = (rank: number): number => {
    if (rank < below) return -Infinity;
    if (rank >= below + finite) return rank < count ? Infinity : NaN;
    return ranked(values, parts!, rank - below)[0];
  };
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
}

/** Without overflow, and exact for equal values. */
function mean(low: number, high: number): number {
  return low === high ? low : low / 2 + high / 2;
}

/** Values sorted into parts, whose order is that of the values. */
interface Parts {
  readonly min: number;
  readonly max: number;
  /** Values in each part. */
  readonly counts: Int32Array;
  /** The part of each value; a value that is not finite has none of them. */
  readonly partOf: Uint16Array;
}

const NO_PART = BINS;

function divide(values: Float64Array, min: number, max: number): Parts {
  const counts = new Int32Array(BINS);
  const partOf = new Uint16Array(values.length);
  const scale = BINS / (max - min);
  // All values are equal, or their range is beyond a double.
  const divisible = Number.isFinite(scale) && scale > 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    let part = NO_PART;
    if (value - value === 0) {
      part = divisible ? Math.min((value - min) * scale, BINS - 1) | 0 : 0;
      counts[part]++;
    }
    partOf[i] = part;
  }
  return { min, max, counts, partOf };
}

/** The finite value with `rank` others below it, and the one after it (`NaN` after the last). */
function ranked(values: Float64Array, parts: Parts, rank: number): [number, number] {
  const { counts, partOf } = parts;
  let part = 0;
  while (rank >= counts[part]) rank -= counts[part++];
  const within = new Float64Array(counts[part]);
  let size = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (partOf[i] !== part) continue;
    const value = values[i];
    within[size++] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const [value, after] = inPart(within, low, high, rank, low === parts.min && high === parts.max);
  if (rank + 1 < size) return [value, after];
  let next = part + 1;
  while (next < BINS && counts[next] === 0) next++;
  if (next === BINS) return [value, NaN];
  let least = Infinity;
  for (let i = 0; i < values.length; i++) {
    if (partOf[i] === next && values[i] < least) least = values[i];
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
  if (within.length > BINS && !undivided) return ranked(within, divide(within, low, high), rank);
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
