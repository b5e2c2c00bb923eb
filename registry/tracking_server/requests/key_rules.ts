/** What keys and values of metrics, parameters and tags may look like. */

import { posix } from "node:path";
import { sortedJson } from "./python_values.ts";
import { pythonRepr } from "./python_repr.ts";
import { TrackingError } from "../tracking_error.ts";

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
 * @param key Text.
 * @param at Its place in the request, as the message shows it.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it has a character outside letters,
 * digits, `_ - . : /` and spaces, or is not a plain relative path.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(requireKey("val/roc_auc"), "val/roc_auc");
 * assert.throws(() => requireKey("../x", "tags[0].key"), {
 *   message: /^Invalid value "..\/x" for parameter 'tags\[0\].key' supplied: Names may be treated/,
 * });
 * ```
 */
export function requireKey(key: string, at = "key"): string {
  if (!/^[/\p{L}\p{N}_.\- :]*\n?$/u.test(key)) {
    throw refusal(
      key,
      at,
      "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
    );
  }
  return requirePlainPath(key, at);
}

/**
 * Checks that a name, as a relative path, resolves to itself.
 *
 * @param at Its place in the request, as the message shows it.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it does not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(requirePlainPath("a/b%", "name"), "a/b%");
 * assert.throws(() => requirePlainPath("a//b", "name"), /would resolve to 'a\/b'$/);
 * ```
 */
export function requirePlainPath(name: string, at: string): string {
  const plain = normalPath(name);
  if (plain === name && !/^(\.\.|\/|\.$)/.test(name)) return name;
  throw refusal(
    name,
    at,
    `Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to ${
      pythonRepr(plain)
    }`,
  );
}

/**
 * Checks a tag whose value is not cut.
 *
 * @param longest Of the value, in characters.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the key breaks the rule of
 * {@link requireKey} or one of both is too long.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => requireTag({ key: "note", value: "xyz" }, 2), {
 *   message: "'value' exceeds the maximum length of 2 characters",
 * });
 * ```
 */
export function requireTag<T extends { key: string; value: string }>(tag: T, longest: number): T {
  requireLength("key", requireKey(tag.key), longestKey);
  requireLength("value", tag.value, longest);
  return tag;
}

/**
 * Checks that no key is there twice, which would leave open which value counts.
 *
 * @param action What cannot be done otherwise.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when one is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const tag = { key: "team", value: "grid" };
 * assert.throws(() => requireDistinctKeys([tag, tag], "create a run"), {
 *   message: "Cannot create a run: expected each key once, got 'team' again",
 * });
 * ```
 */
export function requireDistinctKeys(pairs: readonly { key: string }[], action: string): void {
  const keys = pairs.map(({ key }) => key);
  const twice = keys.find((key, i) => keys.indexOf(key) < i);
  if (twice === undefined) return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Cannot ${action}: expected each key once, got '${twice}' again`,
  );
}

/**
 * Checks the length of a text, in code points as Python counts them.
 *
 * @param name What the message calls it.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is longer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * requireLength("name", "🙂🙂", 2);
 * assert.throws(() => requireLength("name", "abc", 2), {
 *   message: "'name' exceeds the maximum length of 2 characters",
 * });
 * ```
 */
export function requireLength(name: string, text: string, longest: number): void {
  if (text.length <= longest || [...text].length <= longest) return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `'${name}' exceeds the maximum length of ${longest} characters`,
  );
}

/**
 * The first characters of a text, in code points as Python counts them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(cut("🙂🙂🙂", 2), "🙂🙂");
 * ```
 */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : [...text].slice(0, longest).join("");
}

function refusal(key: string, at: string, hint: string): TrackingError {
  const message = `Invalid value ${sortedJson(key)} for parameter '${at}' supplied: ${hint}`;
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}

/** Python keeps two slashes at the start, as POSIX leaves their meaning open. */
function normalPath(path: string): string {
  const plain = posix.normalize(path).replace(/(?<=.)\/$/, "");
  return /^\/\/(?!\/)/.test(path) ? `/${plain}` : plain;
}
