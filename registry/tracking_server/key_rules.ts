/** What keys and values of metrics, parameters and tags may look like. */

import { posix } from "node:path";
import { TrackingError } from "./tracking_error.ts";

/** Longest key of a metric, parameter or tag, in characters. */
export const longestKey = 250;
/** Longest parameter value; a longer one is cut, as MLflow does. */
export const longestParam = 6000;
/** Longest tag value of a run; a longer one is cut, as MLflow does. */
export const longestTag = 8000;

/**
 * Checks a key, which MLflow's other stores use as a file name.
 *
 * @param kind What the key is of, as the message says it.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is too long, has a character outside
 * letters, digits, `_ - . : /` and spaces, or is not a plain relative path.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(requireKey("metric", "val/roc_auc"), "val/roc_auc");
 * assert.throws(() => requireKey("metric", "../x"), /Invalid value "..\/x" for metric name/);
 * ```
 */
export function requireKey(kind: "metric" | "param" | "tag", key: string): string {
  if (!/^[/\p{L}\p{N}_.\- :]+$/u.test(key)) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Invalid value "${key}" for ${kind} name: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).`,
    );
  }
  const plain = posix.normalize(key).replace(/\/$/, "");
  if (plain !== key || /^(\.\.|\/|\.$)/.test(key)) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Invalid value "${key}" for ${kind} name: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '${plain}'`,
    );
  }
  if (key.length > longestKey) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `'key' exceeds the maximum length of ${longestKey} characters: current value is ${key.length}`,
    );
  }
  return key;
}
