/** How much a search may ask for, well below what SQLite chokes on. */

import { TrackingError } from "../tracking_error.ts";

/**
 * The bounds of a search. SQLite takes expressions 1000 deep, 32,766 values, 2000 terms to order by
 * and patterns of 50,000 bytes, to which a translated pattern may grow threefold.
 */
export const searchBounds = {
  "characters of filter": 1_000_000,
  "comparisons": 500,
  "values in lists": 10_000,
  "characters of pattern": 10_000,
  "keys to order by": 100,
  "data sets": 100,
} as const;

/**
 * Refuses a search that asks for too much.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` beyond the bound.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * requireWithin("comparisons", 500);
 * assert.throws(() => requireWithin("comparisons", 501), {
 *   message: "Cannot search: expected at most 500 comparisons, got 501",
 * });
 * ```
 */
export function requireWithin(what: keyof typeof searchBounds, count: number): void {
  if (count <= searchBounds[what]) return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Cannot search: expected at most ${searchBounds[what]} ${what}, got ${count}`,
  );
}
