/** What keys and values of metrics, parameters and tags may look like. */

import { posix } from "node:path";
import { TrackingError } from "./tracking_error.ts";

/** Longest key of a metric, parameter or tag, in characters. */
export const longestKey = 250;
/** Longest parameter value; a longer one is cut, as MLflow does. */
export const longestParam = 6000;
/** Longest tag value of a run; a longer one is cut, as MLflow does. */
export const longestTag = 8000;
/** Longest tag value of an experiment; a longer one is refused, as MLflow does. */
export const longestExperimentTag = 5000;
/** Longest tag value of a registered model or version; a longer one is refused, as MLflow does. */
export const longestRegistryTag = 100_000;

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
  requireLength("key", key, longestKey);
  return key;
}

/**
 * Checks a tag whose value is not cut.
 *
 * @param longest Of the value, in characters.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the key breaks the rule of
 * {@link requireKey} or the value is too long.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => requireTag({ key: "note", value: "xyz" }, 2), {
 *   message: "'value' exceeds the maximum length of 2 characters: current value is 3",
 * });
 * ```
 */
export function requireTag<T extends { key: string; value: string }>(tag: T, longest: number): T {
  requireKey("tag", tag.key);
  requireLength("value", tag.value, longest);
  return tag;
}

function requireLength(name: string, text: string, longest: number): void {
  if (text.length <= longest) return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `'${name}' exceeds the maximum length of ${longest} characters: current value is ${text.length}`,
  );
}
