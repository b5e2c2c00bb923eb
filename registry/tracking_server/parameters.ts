/** Reading a request's parameters, and saying what is wrong with them in MLflow's words. */

import { stringifyExact } from "../exact_json.ts";
import { TrackingError } from "./tracking_error.ts";

/** How one parameter is read. */
export interface Parameter<T> {
  /** Whether an absent, null or empty value is refused. */
  readonly required: boolean;
  /** Reads a value; undefined stands for absent. `at` names the parameter in errors. */
  read(value: unknown, at: string): T;
}

/** The parameters of a request, by name. */
export type Shape = Readonly<Record<string, Parameter<unknown>>>;

/** What {@link readParameters} makes of a shape. */
export type Values<S extends Shape> = {
  readonly [K in keyof S]: S[K] extends Parameter<infer T> ? T : never;
};

/**
 * Reads the parameters of `shape` from a request; others are ignored, as MLflow does.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` on a missing or ill-typed parameter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(readParameters({ name: requiredText, step: integer }, { name: "a", x: 1 }), {
 *   name: "a",
 *   step: undefined,
 * });
 * ```
 */
export function readParameters<S extends Shape>(
  shape: S,
  json: Readonly<Record<string, unknown>>,
  prefix = "",
): Values<S> {
  const values = Object.entries(shape).map(([name, parameter]) => {
    const at = `${prefix}${name}`;
    const value = json[name] ?? undefined;
    if (parameter.required && (value === undefined || value === "")) throw missing(at);
    return [name, parameter.read(value, at)];
  });
  return Object.fromEntries(values) as Values<S>;
}

/**
 * The same parameter, which must be there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => readParameters({ public: required(flag) }, {}), /Missing .* 'public'/);
 * ```
 */
export function required<T>(parameter: Parameter<T | undefined>): Parameter<T> {
  return {
    required: true,
    read(value, at) {
      const given = parameter.read(value, at);
      if (given === undefined) throw invalid(value, at);
      return given;
    },
  };
}

/** Text that may be absent. */
export const text: Parameter<string | undefined> = {
  required: false,
  read(value, at) {
    if (value === undefined || typeof value === "string") return value;
    throw invalid(value, at);
  },
};

/** Text that must be there and not be empty. */
export const requiredText: Parameter<string> = required(text);

/** An int64 that may be absent; digits in a string count, as in protobuf's JSON. */
export const integer: Parameter<number | bigint | undefined> = {
  required: false,
  read(value, at) {
    if (value === undefined) return undefined;
    const exact = wholeNumber(value);
    if (exact === undefined || BigInt.asIntN(64, exact) !== exact) throw invalid(value, at);
    return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
  },
};

/** An int64 that must be there. */
export const requiredInteger: Parameter<number | bigint> = required(integer);

/** True or false that may be absent; the words count in any case, as in a query. */
export const flag: Parameter<boolean | undefined> = {
  required: false,
  read(value, at) {
    if (value === undefined || typeof value === "boolean") return value;
    if (typeof value === "string" && /^(true|false)$/i.test(value)) return /^true$/i.test(value);
    throw invalid(value, at);
  },
};

const doubleText = /^(NaN|-?Infinity|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/;

/** A double that must be there; `"NaN"`, `"Infinity"` and `"-Infinity"` are doubles. */
export const requiredNumber: Parameter<number> = {
  required: true,
  read(value, at) {
    if (typeof value === "number") return value;
    if (typeof value === "bigint") return Number(value);
    if (typeof value === "string" && doubleText.test(value)) return Number(value);
    throw invalid(value, at);
  },
};

/** A list of texts, empty when absent; a query may repeat its key once or many times. */
export const textList: Parameter<readonly string[]> = {
  required: false,
  read(value, at) {
    if (value === undefined) return [];
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item, i) => requiredText.read(item, `${at}[${i}]`));
  },
};

/**
 * A list of objects of one shape, empty when absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const tags = listOf({ key: requiredText, value: text });
 * assert.throws(() => tags.read([{ value: "1" }], "tags"), {
 *   message: /^Missing value for required parameter 'tags\[0\].key'/,
 * });
 * ```
 */
export function listOf<S extends Shape>(shape: S): Parameter<readonly Values<S>[]> {
  return {
    required: false,
    read(value, at) {
      if (value === undefined) return [];
      if (!Array.isArray(value)) throw invalid(value, at);
      return value.map((item: unknown, i) => objectOf(shape).read(item, `${at}[${i}]`));
    },
  };
}

/**
 * An object of a shape, which must be there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(objectOf({ name: text }).read({ name: "a" }, "dataset"), { name: "a" });
 * ```
 */
export function objectOf<S extends Shape>(shape: S): Parameter<Values<S>> {
  return {
    required: true,
    read(value, at) {
      if (!isRecord(value)) throw invalid(value, at);
      return readParameters(shape, value, `${at}.`);
    },
  };
}

/** A list of `{key, value}`, empty when absent. */
export const pairList: Parameter<readonly { key: string; value: string }[]> = {
  required: false,
  read(value, at) {
    const pairs = listOf({ key: requiredText, value: text }).read(value, at);
    return pairs.map((pair) => ({ key: pair.key, value: pair.value ?? "" }));
  },
};

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
  return new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Missing value for required parameter '${at}'. See the API docs for more information about request parameters.`,
  );
}

function wholeNumber(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  const digits = typeof value === "string" && /^-?\d{1,20}$/.test(value);
  return digits || (typeof value === "number" && Number.isInteger(value))
    ? BigInt(value)
    : undefined;
}

function invalid(value: unknown, at: string): TrackingError {
  return new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Invalid value ${
      stringifyExact(value)
    } for parameter '${at}' supplied:  Hint: Value was of type '${
      pythonType(value)
    }'. See the API docs for more information about request parameters.`,
  );
}

function pythonType(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  const names: Record<string, string> = { string: "str", boolean: "bool", bigint: "int" };
  return names[typeof value] ?? "dict";
}
