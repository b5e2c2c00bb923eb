/** How much history feature views need, so that no more of it is kept than that. */
import type { FeatureView } from "./feature_view.ts";

/**
 * Hours before a row that view `at` and those after it reach back together: what a relation that
 * they read must still hold when view `at` runs.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * assert.equal(lookbackFrom(featureViews, featureViews.length - 1), 168);
 * ```
 */
export function lookbackFrom(views: readonly FeatureView[], at: number): number {
  return views.slice(at).reduce((hours, view) => hours + view.lookbackHours, 0);
}
