/** Seeded randomness: the only source of chance in Wattbook. */

const GOLDEN = 0x9e3779b9;
const WARM_UP = 15;

/**
 * A stream of uniform numbers in [0, 1) that depends on the seed alone: Chris Doty-Humphrey's
 * sfc32 (PractRand), 32 bits a draw.
 *
 * @param seed A safe integer; negative ones are allowed.
 * @throws {RangeError} When the seed is not a safe integer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(random(7)(), random(7)());
 * assert.notEqual(random(7)(), random(8)());
 * ```
 */
export function random(seed: number): () => number {
  requireSeed(seed);
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = GOLDEN | 0;
  let counter = 1;

  function next(): number {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  }

  // Neighbouring seeds start from neighbouring states: the first rounds part them.
  for (let i = 0; i < WARM_UP; i++) next();
  return next;
}

/**
 * A seed of its own for a named part, so that adding a part does not change the chance of the
 * others: 32-bit FNV-1a over the seed and the label, finished with MurmurHash3's mixer.
 *
 * @param seed The seed of the whole, a safe integer.
 * @param label The name of the part.
 * @returns An integer in [0, 2³²).
 * @throws {RangeError} When the seed is not a safe integer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(deriveSeed(7, "iqr"), deriveSeed(7, "iqr"));
 * assert.notEqual(deriveSeed(7, "iqr"), deriveSeed(7, "dbscan"));
 * ```
 */
export function deriveSeed(seed: number, label: string): number {
  requireSeed(seed);
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${seed}/${label}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function requireSeed(seed: number): void {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(
      `Cannot seed the random stream as the seed must be a safe integer: current value is ${seed}`,
    );
  }
}
