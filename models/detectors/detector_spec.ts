/** A detector as plain data, which another thread or a file can take. */

import type { Detector } from "./detector.ts";
import { detectors } from "./mod.ts";

/** The name of a detector. */
export type DetectorName = keyof typeof detectors;

/** A detector by its name and the options of its factory. */
export type DetectorSpec = {
  readonly [Name in DetectorName]: {
    readonly name: Name;
    /** @default {the factory's own} */
    readonly options?: Parameters<typeof detectors[Name]>[0];
  };
}[DetectorName];

/**
 * The detector that is meant.
 *
 * @throws {RangeError} When there is no detector of this name, or its factory refuses the options.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(createDetector({ name: "iqr", options: { k: 3 } }).name, "iqr");
 * ```
 */
export function createDetector({ name, options }: DetectorSpec): Detector {
  if (!Object.hasOwn(detectors, name)) {
    throw new RangeError(
      `Cannot create a detector as its name must be one of ${
        Object.keys(detectors).join(", ")
      }: current value is ${name}`,
    );
  }
  return (detectors[name] as (options?: unknown) => Detector)(options);
}
