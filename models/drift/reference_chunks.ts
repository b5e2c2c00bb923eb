/** The parts of a reference that show how much ordinary ones differ. */

const FEWEST = 6;

/**
 * The rows of each chunk, by ascending chunk id. A chunk of less than half the median size, such
 * as the month in which the data begins, is left out: so few rows differ by chance.
 *
 * @param chunks Chunk id of every row, such as a running number of its month.
 * @throws {RangeError} When fewer than 6 chunks are left.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [first] = referenceChunks([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
 * assert.deepEqual([...first], [0, 6]);
 * ```
 */
export function referenceChunks(chunks: ArrayLike<number>): Uint32Array[] {
  const rowsById = new Map<number, number[]>();
  for (let row = 0; row < chunks.length; row++) {
    const rows = rowsById.get(chunks[row]);
    if (rows === undefined) rowsById.set(chunks[row], [row]);
    else rows.push(row);
  }
  const ids = [...rowsById.keys()].sort((a, b) => a - b);
  const all = ids.map((id) => Uint32Array.from(rowsById.get(id) ?? []));
  const full = all.filter(({ length }) => length >= medianSize(all) / 2);
  if (full.length < FEWEST) {
    throw new RangeError(
      `Cannot tell ordinary from drifted as the reference must have at least ${FEWEST} chunks ` +
        `of at least half the median size: current number is ${full.length}`,
    );
  }
  return full;
}

/**
 * The upper median of the chunks' sizes.
 *
 * @param chunks At least one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(medianSize([new Uint32Array(3), new Uint32Array(9), new Uint32Array(5)]), 5);
 * ```
 */
export function medianSize(chunks: readonly Uint32Array[]): number {
  const sizes = chunks.map(({ length }) => length).sort((a, b) => a - b);
  return sizes[sizes.length >> 1];
}
