/** Drawing some of many without replacement. */

/**
 * Draws `size` of the numbers 0 … `count` − 1, every subset equally likely (Robert Floyd's
 * algorithm, Bentley 1987: one draw per number, a table of a bit for each of `count`). All of them, in order, when
 * there are no more than `size`.
 *
 * @param random Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { random } from "./random.ts";
 * assert.equal(new Set(sampleIndices(1000, 10, random(7))).size, 10);
 * assert.deepEqual([...sampleIndices(3, 10, random(7))], [0, 1, 2]);
 * ```
 */
export function sampleIndices(count: number, size: number, random: () => number): Uint32Array {
  if (count <= size) return Uint32Array.from({ length: count }, (_, i) => i);
  const drawn = new Uint32Array(size);
  const isDrawn = new Uint32Array(Math.ceil(count / 32));
  for (let i = 0; i < size; i++) {
    const last = count - size + i;
    const candidate = Math.floor(random() * (last + 1));
    const index = isDrawn[candidate >>> 5] >>> candidate & 1 ? last : candidate;
    isDrawn[index >>> 5] |= 1 << index;
    drawn[i] = index;
  }
  return drawn;
}
