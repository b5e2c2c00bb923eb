/** What MLflow checks of the JSON of a parameter. */

import { readDouble } from "./protobuf_json.ts";
import { pythonType, sortedJson } from "./python_values.ts";
import { TrackingError } from "../tracking_error.ts";

/** One check. */
export interface Check {
  /** Whether it is of the type alone, and so holds once protobuf has read the whole request. */
  readonly ofType: boolean;
  /** Whether a value passes, or else what is wrong with it in words of its own. */
  pass(value: unknown): boolean | string;
}

/** The checks that most parameters share. */
export const checks = {
  required: {
    ofType: false,
    pass: (value) => value !== undefined && value !== null && value !== "",
  },
  text: { ofType: true, pass: (value) => typeof value === "string" },
  // Python's int() takes fractions and flags.
  integer: {
    ofType: true,
    pass: (value) =>
      typeof value === "string" ? /^\s*[+-]?\d+(_\d+)*\s*$/.test(value) : isNumber(value),
  },
  double: {
    ofType: true,
    pass: (value) =>
      typeof value === "string"
        ? value === "nan" || readDouble(value) !== undefined
        : isNumber(value),
  },
  flag: { ofType: true, pass: (value) => typeof value === "boolean" },
  array: { ofType: true, pass: (value) => Array.isArray(value) },
  texts: {
    ofType: true,
    pass: (value) => !Array.isArray(value) || value.every((item) => typeof item === "string"),
  },
} as const satisfies Record<string, Check>;

/**
 * That a number is not too large.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([10, "11"].map((value) => atMost(10).pass(value)), [true, false]);
 * ```
 */
export function atMost(most: number): Check {
  return {
    ofType: false,
    pass: (value) => !(Number(sortedJson(value).replaceAll('"', "")) > most),
  };
}

/**
 * That the objects of a list have members.
 *
 * @param list Name of the list, as the refusal shows it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(
 *   membersPresent("tags", ["key"]).pass([{ key: "a" }, {}]),
 *   "Missing value for required parameter 'tags[1].key'.",
 * );
 * ```
 */
export function membersPresent(list: string, members: readonly string[]): Check {
  return {
    ofType: false,
    pass(value) {
      const items: readonly Record<string, unknown>[] = Array.isArray(value) ? value : [];
      for (const [i, item] of items.entries()) {
        const lacking = members.find((member) => !checks.required.pass(item?.[member]));
        if (lacking !== undefined) return missingText(`${list}[${i}].${lacking}`);
      }
      return true;
    },
  };
}

/**
 * The refusal of a value by the first check that it does not pass.
 *
 * @param at Name of the parameter.
 * @param typed Whether protobuf has read the whole request, so that types need no check.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(refusalOf([checks.text], 9, "name", false)?.message ?? "", /^Invalid value 9 for/);
 * assert.equal(refusalOf([checks.text], 9, "name", true), undefined);
 * ```
 */
export function refusalOf(
  list: readonly Check[],
  value: unknown,
  at: string,
  typed: boolean,
): TrackingError | undefined {
  for (const check of list) {
    if (typed && check.ofType) continue;
    const passed = check.pass(value);
    if (passed === true) continue;
    if (check === checks.required) return missing(at);
    return refused(passed || invalidText(value, at));
  }
  return undefined;
}

/**
 * The refusal of a request that lacks a parameter.
 *
 * @param at Name of the parameter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(missing("run_id").message, /^Missing value for required parameter 'run_id'/);
 * ```
 */
export function missing(at: string): TrackingError {
  return refused(missingText(at));
}

function isNumber(value: unknown): boolean {
  return ["int", "float", "bool"].includes(pythonType(value));
}

function missingText(at: string): string {
  return `Missing value for required parameter '${at}'.`;
}

function invalidText(value: unknown, at: string): string {
  const type = pythonType(value);
  return `Invalid value ${
    sortedJson(value)
  } for parameter '${at}' supplied:  Hint: Value was of type '${type}'.`;
}

function refused(text: string): TrackingError {
  return new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `${text} See the API docs for more information about request parameters.`,
  );
}
