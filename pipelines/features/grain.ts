/** What the grain of a view says about its rows. */
import type { FeatureView } from "./feature_view.ts";

/**
 * The columns that tell the rows of a view apart: the meter with the hour or the local day;
 * `undefined` where its grain is neither.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * const keys = new Map(featureViews.map((view) => [view.name, rowKeys(view)]));
 * assert.deepEqual(keys.get("energy_hourly"), ["meter_id", "ts"]);
 * assert.deepEqual(keys.get("energy_usual"), ["meter_id", "day"]);
 * ```
 */
export function rowKeys({ grain }: Pick<FeatureView, "grain">): string[] | undefined {
  const [unit] = grain.split(",");
  if (unit === "hour") return ["meter_id", "ts"];
  if (unit === "local day") return ["meter_id", "day"];
}

/**
 * Whether all rows of a local day depend on earlier days only, so that they can be made when it
 * begins and kept.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * assert.deepEqual(featureViews.filter(knownAtDawn).map(({ name }) => name), [
 *   "energy_extremes",
 *   "energy_profile",
 *   "energy_usual",
 * ]);
 * ```
 */
export function knownAtDawn({ grain }: Pick<FeatureView, "grain">): boolean {
  return /, as known when .*began$/.test(grain);
}
