/** Who is answered by the challenger: a share of all keys, the same ones each time. */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const RANGE = 2 ** 32;

/**
 * Whether a key, such as the id of a meter, belongs to the share. It always gives the same answer
 * for the same key, and a greater share keeps the keys of a smaller one.
 *
 * The key's place in [0, 1) is its FNV-1a hash (Fowler, Noll, Vo) over UTF-16 units, mixed by the
 * last steps of MurmurHash3, as keys that differ in their last letter lie close otherwise.
 *
 * @param share From 0, nobody, to 1, everybody.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([isInShare("room-2-01", 0), isInShare("room-2-01", 1)], [false, true]);
 * ```
 */
export function isInShare(key: string, share: number): boolean {
  let hash = OFFSET;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / RANGE < share;
}
