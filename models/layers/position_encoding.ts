/** What tells a layer without order where in a sequence a step stands. */

const LONGEST_WAVE = 10_000;

/**
 * The sines and cosines of Vaswani et al., Attention Is All You Need (2017), section 3.5: column 2i
 * is sin(step / 10000^(2i / width)), column 2i + 1 the cosine of the same.
 *
 * @param width Columns, at least one.
 * @returns Steps × width, row-major.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...positionEncoding(2, 2)], [0, 1, Math.sin(1), Math.cos(1)]);
 * ```
 */
export function positionEncoding(steps: number, width: number): Float64Array {
  return Float64Array.from({ length: steps * width }, (_, at) => {
    const [step, column] = [Math.floor(at / width), at % width];
    const angle = step / LONGEST_WAVE ** ((column - column % 2) / width);
    return column % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}
