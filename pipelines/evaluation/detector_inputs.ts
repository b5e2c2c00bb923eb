/** Which columns each detector reads when it is evaluated. */
import type { Detector, DetectorName } from "../../models/mod.ts";
import {
  featureColumns,
  historyView,
  MODEL_INPUTS,
  RESIDUAL_INPUTS,
  windowView,
} from "../features/mod.ts";

/** The course of the last 24 hours, the hour to judge last. */
const WINDOW: readonly string[] = featureColumns([windowView]).toReversed();

/**
 * How an hour stands against all earlier weeks, for what compares rows: the residuals follow the
 * last weeks and so take for usual what stays wrong.
 */
const HISTORY: readonly string[] = featureColumns([historyView]);

/**
 * What a detector reads in place of the residuals: one line for each that is made for other columns.
 * One that learns from labels can tell by itself which features matter.
 */
const INPUTS: Partial<Record<DetectorName, readonly string[]>> = {
  seasonal_baseline: ["residual_day", "hour", "weekday", "temperature_c"],
  spectral_residual: WINDOW,
  window_pca: WINDOW,
  k_means_windows: WINDOW,
  lstm: WINDOW,
  transformer: WINDOW,
  gradient_boosting: MODEL_INPUTS,
};

/** Detectors of sequences: they read a window and nothing else. */
export const windowDetectors: readonly DetectorName[] = (Object.keys(INPUTS) as DetectorName[])
  .filter((name) => INPUTS[name] === WINDOW);

/**
 * The columns a detector is given: those of the table, else the residuals, those against all history
 * and what it says it cannot do without.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * import { RESIDUAL_INPUTS } from "../features/mod.ts";
 * const inputs = inputsOf(detectors.iqr());
 * assert.deepEqual(inputs.slice(0, RESIDUAL_INPUTS.length), RESIDUAL_INPUTS);
 * assert.equal(inputs.at(-1), "swing_history_24h");
 * assert.equal(inputsOf(detectors.spectral_residual()).at(-1), "residual_lag_0");
 * ```
 */
export function inputsOf({ name, requires = [] }: Detector): readonly string[] {
  return INPUTS[name as DetectorName] ?? [...RESIDUAL_INPUTS, ...HISTORY, ...requires];
}
