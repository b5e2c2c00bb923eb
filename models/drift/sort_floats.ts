/** Float32 values in ascending order, in time that grows with their number alone. */

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const MASK = DIGITS - 1;
/** Below this number, the built-in sort is faster than counting digits. */
const FEW = 2048;

/**
 * Sorts float32 values: least significant digit first, three digits of 11 bits (Knuth, The Art of
 * Computer Programming, volume 3, section 5.2.5), on keys whose order as integers is that of the
 * values. NaN goes last, and -0 before 0.
 *
 * @param values Left as they are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(sortFloats(Float32Array.of(2, -1, 0.5)), Float32Array.of(-1, 0.5, 2));
 * ```
 */
export function sortFloats(values: Float32Array): Float32Array {
  if (values.length < FEW) return values.toSorted();
  const length = values.length;
  let keys = new Uint32Array(length);
  const counts = [0, 1, 2].map(() => new Uint32Array(DIGITS));
  const [low, middle, high] = counts;
  const bits = new Uint32Array(values.buffer, values.byteOffset, length);
  for (let i = 0; i < length; i++) {
    // A NaN of either sign takes the highest key.
    const value = values[i];
    const key = value === value ? ascendingKey(bits[i]) : 0xffffffff;
    keys[i] = key;
    low[key & MASK]++;
    middle[(key >>> DIGIT_BITS) & MASK]++;
    high[key >>> (2 * DIGIT_BITS)]++;
  }
  let other = new Uint32Array(length);
  for (let digit = 0; digit < counts.length; digit++) {
    const starts = counts[digit];
    let start = 0;
    for (let i = 0; i < DIGITS; i++) {
      const count = starts[i];
      starts[i] = start;
      start += count;
    }
    const shift = digit * DIGIT_BITS;
    for (let i = 0; i < length; i++) {
      const key = keys[i];
      other[starts[(key >>> shift) & MASK]++] = key;
    }
    [keys, other] = [other, keys];
  }
  for (let i = 0; i < length; i++) {
    const key = keys[i];
    other[i] = key & 0x80000000 ? key ^ 0x80000000 : ~key;
  }
  return new Float32Array(other.buffer);
}

/** Negative numbers fall as their bits rise: all bits turn; of the others the sign alone does. */
function ascendingKey(bits: number): number {
  return (bits & 0x80000000 ? ~bits : bits ^ 0x80000000) >>> 0;
}
