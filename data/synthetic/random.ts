/** Seeded random numbers for simulated readings: the same seed and name, the same numbers. */

/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * Starts an independent stream of uniform numbers in [0, 1) for `name`, so that one more room or
 * fault never changes the numbers of another. The generator is mulberry32 (Tommy Ettinger, 2017),
 * started from the FNV-1a hash of the name.
 *
 * @param seed Any integer; the lowest 32 bits count.
 * @param name What the stream is for, such as a meter's id.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(randomStream(7, "room-2-01")(), randomStream(7, "room-2-01")());
 * assert.notEqual(randomStream(7, "room-2-01")(), randomStream(7, "room-2-02")());
 * ```
 */
export function randomStream(seed: number, name: string): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return function next() {
    hash = (hash + 0x6d2b79f5) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 15), hash | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * One draw from the normal distribution with mean 0 and standard deviation 1
 * (Box and Muller, 1958); takes two numbers from `random`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(standardNormal(() => 0.5), -Math.sqrt(2 * Math.LN2));
 * ```
 */
export function standardNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A whole number drawn evenly from `from` to `to`, both included.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(uniformInteger(() => 0.999, 3, 5), 5);
 * ```
 */
export function uniformInteger(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}
