/**
 * The feature views, each a file of SQL, in the order in which they build on one another.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureColumns, featureViews } from "./mod.ts";
 * assert.deepEqual(featureColumns(featureViews).length, 65);
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
import energyResidual from "./energy_residual.sql" with { type: "text" };
import energyUsual from "./energy_usual.sql" with { type: "text" };
import energyWindow from "./energy_window.sql" with { type: "text" };
import { type FeatureView, parseFeatureView } from "./feature_view.ts";

export {
  COMPLETE,
  type FeatureRows,
  type FeatureSelection,
  readFeatures,
  selectionCondition,
} from "./feature_rows.ts";
export { type FeatureTableOptions, featureTableQuery, openFeatureTable } from "./feature_table.ts";
export { type FeatureColumn, type FeatureView, parseFeatureView } from "./feature_view.ts";
export { metersReadTooSeldom } from "./hourly_meters.ts";
export { localDay, localHour } from "./local_hour.ts";
export { featureColumns, leafViews, viewsWith } from "./leaf_views.ts";
export { knownAtDawn, rowKeys } from "./grain.ts";
export { lookbackFrom } from "./lookback.ts";
export { MODEL_INPUTS, RESIDUAL_INPUTS } from "./model_inputs.ts";
export { featureVersion, materialize } from "./materialize.ts";
export { rowsQuery } from "./rows_query.ts";
export type { WantedRows } from "./framed_selects.ts";
export { KEPT_DAY_HOURS, type KeptFrames, keptFrames } from "./kept_frames.ts";

/** The feature views of the model; its inputs are among the columns of the leaves. */
export const featureViews: readonly FeatureView[] = [
  energyLoad,
  energyExtremes,
  energyProfile,
  energyHourly,
  energyResidual,
  energyUsual,
  energyContext,
].map(parseFeatureView);

/** The course of the last 24 hours, for detectors of sequences; it comes after `featureViews`. */
export const windowView: FeatureView = parseFeatureView(energyWindow);

/** Loads against all that a meter did before; after `featureViews`. */
export const historyView: FeatureView = parseFeatureView(energyHistory);
