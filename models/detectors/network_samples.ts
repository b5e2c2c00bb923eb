/** The rows a network learns from, and those that say when it has. */

import type { Matrix } from "../matrix.ts";
import type { Samples } from "../neural/mod.ts";
import { rowHashes } from "../row_hash.ts";
import { presence } from "./expectation_error.ts";
import { scale, type Scaler } from "./scaler.ts";

/** One row in ten: hashes are spread evenly over 32 bits. */
const VALIDATION_BOUND = 2 ** 32 / 10;

/**
 * Rows as samples. Which ones validate is up to what they hold: equal rows are on the same side,
 * so that none is learnt by heart and then asked for. Where one side would be empty, all rows are
 * on both.
 *
 * @param rows At least one.
 * @param seed Seed of the choice.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const scaler = { center: [1], inverse: [2], clip: 10 };
 * const samples = networkSamples(matrix(["kwh"], [2]), scaler, 7);
 * assert.deepEqual([...samples.values], [2]);
 * assert.deepEqual([...samples.training], [...samples.validation]);
 * ```
 */
export function networkSamples(rows: Matrix, scaler: Scaler, seed: number): Samples {
  const hashes = rowHashes(rows, seed);
  const all = Uint32Array.from(hashes.keys());
  const validation = all.filter((row) => hashes[row] < VALIDATION_BOUND);
  const training = all.filter((row) => hashes[row] >= VALIDATION_BOUND);
  const divided = validation.length > 0 && training.length > 0;
  return {
    width: rows.columns.length,
    values: Float32Array.from(scale(rows, scaler)),
    present: presence(rows, scaler),
    validation: divided ? validation : all,
    training: divided ? training : all,
  };
}
