/** Which features an evaluation needs: further views are made only for those who read them. */
import type { Detector } from "../../models/mod.ts";
import {
  contextView,
  featureColumns,
  type FeatureView,
  featureViews,
  historyView,
  windowView,
} from "../features/mod.ts";
import { inputsOf } from "./detector_inputs.ts";

/** The seasonal floor reads no other. */
const FLOOR_INPUT = "change_168h";

/** Columns to read, and the views that make those which the views of the model do not. */
export interface NeededFeatures {
  readonly columns: readonly string[];
  readonly further: readonly FeatureView[];
  /** Whether a detector learns from labels. */
  readonly labels: boolean;
}

/**
 * The columns that some detectors and the floors read, each once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * assert.deepEqual(neededFeatures([detectors.seasonal_baseline()]).further, []);
 * assert.equal(neededFeatures([detectors.spectral_residual()]).further.length, 1);
 * ```
 */
export function neededFeatures(detectors: readonly Detector[]): NeededFeatures {
  const wanted = new Set([FLOOR_INPUT, ...detectors.flatMap(inputsOf)]);
  const read = (views: readonly FeatureView[]) =>
    featureColumns(views).filter((column) => wanted.has(column));
  const further = [windowView, contextView, historyView].filter((view) => read([view]).length > 0);
  return {
    columns: [...read(featureViews), ...further.flatMap((view) => read([view]))],
    further,
    labels: detectors.some(({ supervised }) => supervised),
  };
}
