/** The detector that learns from injected faults. */
import { type Detector, detectors } from "../../models/mod.ts";

/**
 * Gradient boosting with more and faster trees than by default: injected faults are many more labels
 * than people ever give, and are never wrong.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(faultDetector().supervised);
 * ```
 */
export function faultDetector(): Detector {
  return detectors.gradient_boosting({ trees: 150, learningRate: 0.1 });
}

/**
 * A detector as it is in the model where faults are injected: what learns from them is the fault
 * detector, any other stays as it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * const iqr = detectors.iqr();
 * assert.equal(taughtByFaults(iqr), iqr);
 * ```
 */
export function taughtByFaults(detector: Detector): Detector {
  const own = faultDetector();
  return detector.name === own.name ? own : detector;
}
