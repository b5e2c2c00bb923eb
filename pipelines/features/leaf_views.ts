/** Which views hold the features: those that no other view builds on. */
import type { FeatureView } from "./feature_view.ts";

/**
 * The views that no other of them reads, in their order: their columns stand side by side, by meter
 * and hour.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * assert.deepEqual(leafViews(featureViews).map(({ name }) => name), ["energy_hourly", "energy_context"]);
 * ```
 */
export function leafViews(views: readonly FeatureView[]): FeatureView[] {
  return views.filter(({ name }) => !views.some(({ reads }) => reads.includes(name)));
}

/**
 * Names of the features of some views, in order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * assert.equal(featureColumns(featureViews)[0], "residual_week");
 * ```
 */
export function featureColumns(views: readonly FeatureView[]): string[] {
  return leafViews(views).flatMap(({ columns }) => columns.map(({ name }) => name));
}

/**
 * The views that some features need: those that hold them, and all that these build on.
 *
 * @param views In an order in which each comes after those it reads.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * const views = viewsWith(featureViews, ["match_24h"]);
 * assert.deepEqual(views.map(({ name }) => name), [
 *   "energy_load",
 *   "energy_profile",
 *   "energy_residual",
 *   "energy_usual",
 *   "energy_context",
 * ]);
 * ```
 */
export function viewsWith(
  views: readonly FeatureView[],
  columns: readonly string[],
): FeatureView[] {
  const wanted = new Set(columns);
  const needed = new Set(
    leafViews(views).filter((leaf) => leaf.columns.some(({ name }) => wanted.has(name)))
      .map(({ name }) => name),
  );
  for (const { name, reads } of views.toReversed()) {
    if (needed.has(name)) reads.forEach((read) => needed.add(read));
  }
  return views.filter(({ name }) => needed.has(name));
}
