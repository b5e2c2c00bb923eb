/** Splits meters into disjoint groups, so that no meter is in both training and test. */
import { createHash } from "node:crypto";

/** Meter ids of the three groups, each sorted. */
export interface MeterSplit {
  readonly train: readonly string[];
  readonly validation: readonly string[];
  readonly test: readonly string[];
}

const VALIDATION_SHARE = 0.2;
const TEST_SHARE = 0.2;

/**
 * Splits meters 60 / 20 / 20 by a hash of seed and id: the split of a set of meters depends on
 * neither their order nor anything they measured.
 *
 * @throws {RangeError} When there are fewer than three meters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const split = splitMeters(["a", "b", "c", "d", "e"], 7);
 * assert.deepEqual([split.train.length, split.validation.length, split.test.length], [3, 1, 1]);
 * ```
 */
export function splitMeters(meterIds: readonly string[], seed: number): MeterSplit {
  const unique = [...new Set(meterIds)];
  if (unique.length < 3) {
    throw new RangeError(
      `Cannot split meters into training, validation and test as at least 3 are needed: got ${unique.length}`,
    );
  }
  const drawn = drawMeters(unique, seed);
  const validation = Math.max(1, Math.round(unique.length * VALIDATION_SHARE));
  const test = Math.max(1, Math.round(unique.length * TEST_SHARE));
  return {
    validation: drawn.slice(0, validation).sort(),
    test: drawn.slice(validation, validation + test).sort(),
    train: drawn.slice(validation + test).sort(),
  };
}

/**
 * Meters in an order drawn by a hash of seed and id: it depends on neither the order they came in
 * nor anything they measured, and one meter more leaves the order of the others.
 *
 * @param meterIds Different ids.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(drawMeters(["a", "b", "c"], 7), drawMeters(["c", "b", "a"], 7));
 * ```
 */
export function drawMeters(meterIds: readonly string[], seed: number): string[] {
  return meterIds
    .map((id) => ({ id, key: createHash("sha256").update(`${seed}:${id}`).digest("hex") }))
    .sort((a, b) => a.key < b.key ? -1 : 1)
    .map(({ id }) => id);
}
