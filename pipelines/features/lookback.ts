/** How much history feature views need, so that no more of it is kept than that. */
import type { FeatureView } from "./feature_view.ts";

/**
 * Hours before a row that view `at` and those after it reach back together, each through those it
 * builds on: what a relation that all of them start from must still hold when view `at` runs.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * assert.equal(lookbackFrom(featureViews, featureViews.length - 1), 167);
 * ```
 */
export function lookbackFrom(views: readonly FeatureView[], at: number): number {
  const reach = new Map<FeatureView, number>();
  for (const view of views.slice(at).toReversed()) {
    const readers = [...reach].filter(([{ reads }]) => reads.includes(view.name));
    reach.set(view, view.lookbackHours + Math.max(0, ...readers.map(([, hours]) => hours)));
  }
  return Math.max(0, ...reach.values());
}
