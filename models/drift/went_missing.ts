/** Whether a column has died. */

import type { ColumnSample } from "./column_sample.ts";

/** A column that lost this share of its values beyond the worst chunk of the reference has died. */
const LOST_SHARE = 0.5;

/**
 * The share of values that are missing, from 0 to 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * assert.equal(missingShare(columnSample(Float64Array.of(1, NaN, 3, 4))), 1 / 4);
 * ```
 */
export function missingShare({ n, sorted }: ColumnSample): number {
  return (n - sorted.length) / n;
}

/**
 * Whether a column went missing, such as by a weather feed that ended: no value is left where every
 * chunk of the reference had some, or half of all values more are missing than in any of them.
 *
 * @param share Share of the current values that are missing.
 * @param mostMissing Highest such share of a chunk of the reference.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(wentMissing(0.75, 0.25) && wentMissing(1, 0.9));
 * assert.ok(!wentMissing(0.5, 0.25) && !wentMissing(1, 1));
 * ```
 */
export function wentMissing(share: number, mostMissing: number): boolean {
  return share === 1 ? mostMissing < 1 : share - mostMissing >= LOST_SHARE;
}
