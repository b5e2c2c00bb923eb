/** The floor that guesses. */

import { deriveSeed } from "../random.ts";
import { rowHashes } from "../row_hash.ts";
import type { Floor } from "./floor.ts";

/**
 * Uniform scores in [0, 1), made of what the row holds and the seed: equal rows score the same.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [1, 2]);
 * assert.deepEqual(randomFloor.anomalyScores(x, 7), randomFloor.anomalyScores(x, 7));
 * ```
 */
export const randomFloor: Floor = {
  name: "random",
  anomalyScores(x, seed) {
    const hashes = rowHashes(x, deriveSeed(seed, "random floor"));
    return Float64Array.from(hashes, (hash) => hash / 2 ** 32);
  },
};
