/** How many results a search may ask for. */

import { invalid } from "./filter_values.ts";

/**
 * Checks the size of a page of experiments or runs.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is not within 1 and 50000.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pageSize(50_000n), 50_000);
 * assert.throws(() => pageSize(0), {
 *   message: "Invalid value 0 for parameter 'max_results' supplied. It must be a positive integer",
 * });
 * ```
 */
export function pageSize(asked: number | bigint): number {
  const start = `Invalid value ${asked} for parameter 'max_results' supplied. It must be`;
  if (asked < 1) throw invalid(`${start} a positive integer`);
  if (asked > 50_000) throw invalid(`${start} at most 50000`);
  return Number(asked);
}

/**
 * Checks the size of a page of models.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is below 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(positiveSize(5n), 5);
 * assert.throws(() => positiveSize(0), {
 *   message: "Invalid value for max_results. It must be a positive integer, but got 0",
 * });
 * ```
 */
export function positiveSize(asked: number | bigint): number {
  if (asked >= 1) return Number(asked);
  throw invalid(`Invalid value for max_results. It must be a positive integer, but got ${asked}`);
}
