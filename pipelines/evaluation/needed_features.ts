/** Which features an evaluation needs: no view is made that nobody reads. */
import type { Detector } from "../../models/mod.ts";
import {
  featureColumns,
  type FeatureView,
  featureViews,
  historyView,
  viewsWith,
  windowView,
} from "../features/mod.ts";
import { inputsOf } from "./detector_inputs.ts";

/** The seasonal floor reads no other. */
const FLOOR_INPUT = "change_168h";
const EVERY_VIEW = [...featureViews, windowView, historyView];

/** Columns to read, and the views that make them. */
export interface NeededFeatures {
  readonly columns: readonly string[];
  readonly views: readonly FeatureView[];
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
 * const { views } = neededFeatures([detectors.spectral_residual()]);
 * assert.equal(views.at(-1)?.name, "energy_window");
 * ```
 */
export function neededFeatures(detectors: readonly Detector[]): NeededFeatures {
  const wanted = new Set([FLOOR_INPUT, ...detectors.flatMap(inputsOf)]);
  return {
    columns: featureColumns(EVERY_VIEW).filter((column) => wanted.has(column)),
    views: viewsWith(EVERY_VIEW, [...wanted]),
    labels: detectors.some(({ supervised }) => supervised),
  };
}
