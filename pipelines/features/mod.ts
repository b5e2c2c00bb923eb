/**
 * The feature views, each a file of SQL, in the order in which they build on one another.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * assert.deepEqual(featureViews.at(-1)?.columns.length, 34);
 * ```
 *
 * @module
 */
import energyContext from "./energy_context.sql" with { type: "text" };
import energyExtremes from "./energy_extremes.sql" with { type: "text" };
import energyHistory from "./energy_history.sql" with { type: "text" };
import energyHourly from "./energy_hourly.sql" with { type: "text" };
import energyLoad from "./energy_load.sql" with { type: "text" };
import energyProfile from "./energy_profile.sql" with { type: "text" };
import energyWindow from "./energy_window.sql" with { type: "text" };
import { type FeatureView, parseFeatureView } from "./feature_view.ts";

export {
  type FeatureRows,
  type FeatureSelection,
  readFeatures,
  selectionCondition,
} from "./feature_rows.ts";
export { type FeatureTableOptions, featureTableQuery, openFeatureTable } from "./feature_table.ts";
export { type FeatureColumn, type FeatureView, parseFeatureView } from "./feature_view.ts";
export { metersReadTooSeldom } from "./hourly_meters.ts";
export { localHour } from "./local_hour.ts";
export { lookbackFrom } from "./lookback.ts";
export { MODEL_INPUTS } from "./model_inputs.ts";
export { featureColumns, featureVersion, materialize } from "./materialize.ts";

/** Every feature view; the last one holds the model's inputs. */
export const featureViews: readonly FeatureView[] = [
  energyLoad,
  energyExtremes,
  energyProfile,
  energyHourly,
].map(parseFeatureView);

/** The course of the last 24 hours, for detectors of sequences; it comes after `featureViews`. */
export const windowView: FeatureView = parseFeatureView(energyWindow);

/** How the last hours and days went together, for what learns from faults; after `featureViews`. */
export const contextView: FeatureView = parseFeatureView(energyContext);

/** Loads against all that a meter did before; after `featureViews`. */
export const historyView: FeatureView = parseFeatureView(energyHistory);
