/** Which features an evaluation needs: the course of a day is made only for those who read it. */
import type { Detector } from "../../models/mod.ts";
import { featureColumns, type FeatureView, featureViews, windowView } from "../features/mod.ts";
import { inputsOf } from "./detector_inputs.ts";

/** The seasonal floor reads no other. */
const FLOOR_INPUT = "change_168h";

/** Columns to read, and the views that make those which the views of the model do not. */
export interface NeededFeatures {
  readonly columns: readonly string[];
  readonly further: readonly FeatureView[];
}

/**
 * The columns that some detectors and the floors read, each once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * assert.deepEqual(neededFeatures([detectors.iqr()]).further, []);
 * assert.equal(neededFeatures([detectors.spectral_residual()]).further.length, 1);
 * ```
 */
export function neededFeatures(detectors: readonly Detector[]): NeededFeatures {
  const wanted = new Set([FLOOR_INPUT, ...detectors.flatMap(inputsOf)]);
  const [ours, windows] = [featureColumns(featureViews), featureColumns([windowView])]
    .map((columns) => columns.filter((column) => wanted.has(column)));
  return {
    columns: [...ours, ...windows],
    further: windows.length > 0 ? [windowView] : [],
  };
}
