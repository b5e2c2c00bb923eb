/** Reading a request's parameters as protobuf does, and saying what is wrong in MLflow's words. */

import { type Check, checks, refusalOf } from "./parameter_checks.ts";
import { readDouble, readInteger, readText } from "./protobuf_json.ts";
import { WholeDouble } from "./python_values.ts";
import { TrackingError } from "../tracking_error.ts";

export { missing } from "./parameter_checks.ts";

/** What was read of a value; what protobuf read before it gave up stays. */
export interface Reading<T> {
  readonly value: T;
  readonly complete: boolean;
}

/** How one parameter is read. */
export interface Parameter<T> {
  /** Its value when the request has none. */
  readonly absent: T;
  /** What MLflow checks of its JSON, in this order. */
  readonly checks: readonly Check[];
  /**
   * What a query's texts for its key stand for in JSON.
   * @default {the first of them}
   */
  fromQuery?(texts: readonly unknown[]): unknown;
  /** Reads a value that is there and not null. */
  read(value: unknown): Reading<T>;
}

/** The parameters of a request, by name. */
export type Shape = Readonly<Record<string, Parameter<unknown>>>;

/** What {@link readParameters} makes of a shape. */
export type Values<S extends Shape> = {
  readonly [K in keyof S]: S[K] extends Parameter<infer T> ? T : never;
};

/**
 * Reads the parameters of `shape` from a request; others are ignored. As in MLflow, protobuf reads
 * the JSON first and stops at the first value that it cannot read. Only then are types checked, and
 * of those parameters alone that have a check: a request may pass with what was read so far.
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
): Values<S> {
  const { value, complete } = readShape(shape, json);
  for (const [name, parameter] of Object.entries(shape)) {
    const present = Object.hasOwn(json, name);
    if (!present && !parameter.checks.includes(checks.required)) continue;
    const given = present ? json[name] : undefined;
    const checked = given ?? (name === "run_id" ? json.run_uuid : undefined);
    const refusal = refusalOf(parameter.checks, checked, name, complete);
    if (refusal !== undefined) throw refusal;
  }
  return value;
}

/**
 * What a query says of the parameters of a shape, as JSON.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when a flag is neither true nor false.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const shape = { filter: text, order_by: textList };
 * assert.deepEqual(queryValues(shape, { filter: ["a", "b"], order_by: "c", other: "d" }), {
 *   filter: "a",
 *   order_by: ["c"],
 * });
 * ```
 */
export function queryValues(
  shape: Shape,
  query: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known = Object.entries(shape).filter(([name]) => query[name] !== undefined);
  return Object.fromEntries(known.map(([name, { fromQuery }]) => {
    const texts = [query[name]].flat();
    return [name, fromQuery === undefined ? texts[0] : fromQuery(texts)];
  }));
}

/**
 * The same parameter, which must be there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => readParameters({ names: required(textList) }, {}), /Missing .* 'names'/);
 * ```
 */
export function required<T>(parameter: Parameter<T>): Parameter<T> {
  return { ...parameter, checks: [checks.required, ...parameter.checks] };
}

/**
 * The same parameter, of which MLflow checks nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(readParameters({ user: unchecked(text) }, { user: 5 }), { user: undefined });
 * ```
 */
export function unchecked<T>(parameter: Parameter<T>): Parameter<T> {
  return { ...parameter, checks: [] };
}

/**
 * The same parameter with one check more.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { atMost } from "./parameter_checks.ts";
 * const shape = { max_results: checked(integer, atMost(10)) };
 * assert.throws(() => readParameters(shape, { max_results: 11 }), /Invalid value 11/);
 * ```
 */
export function checked<T>(parameter: Parameter<T>, check: Check): Parameter<T> {
  return { ...parameter, checks: [...parameter.checks, check] };
}

/** Text that may be absent. */
export const text: Parameter<string | undefined> = scalar(undefined, [checks.text], readText);

/** Text that must be there and not be empty. */
export const requiredText: Parameter<string> = required(scalar("", [checks.text], readText));

/** An int64 that may be absent. */
export const integer: Parameter<number | bigint | undefined> = scalar(
  undefined,
  [checks.integer],
  readInteger,
);

/** An int64 that must be there. */
export const requiredInteger: Parameter<number | bigint> = required(
  scalar<number | bigint>(0, [checks.integer], readInteger),
);

/** A double that must be there. */
export const requiredNumber: Parameter<number> = required(
  scalar(0, [checks.double], readDouble),
);

/** True or false that may be absent; in a query the words count in any case. */
export const flag: Parameter<boolean | undefined> = {
  ...scalar(undefined, [checks.flag], (value) => typeof value === "boolean" ? value : undefined),
  fromQuery([word]) {
    if (/^(true|false)$/i.test(String(word))) return /^true$/i.test(String(word));
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Invalid boolean value: ${word}, must be 'true' or 'false'.`,
    );
  },
};

/** A list of texts, empty when absent. */
export const textList: Parameter<readonly string[]> = list([checks.array, checks.texts], (item) => {
  const value = readText(item);
  return value === undefined ? undefined : { value, complete: true };
});

/**
 * A list of objects of one shape, empty when absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const tags = listOf({ key: requiredText, value: text });
 * assert.deepEqual(tags.read([{ key: "team" }]), {
 *   value: [{ key: "team", value: undefined }],
 *   complete: true,
 * });
 * ```
 */
export function listOf<S extends Shape>(shape: S): Parameter<readonly Values<S>[]> {
  return list([checks.array], (item) => objectOf(shape).read(item));
}

/**
 * An object of a shape; when absent, the one whose parameters are absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(objectOf({ name: text }).read({ name: "a" }).value, { name: "a" });
 * ```
 */
export function objectOf<S extends Shape>(shape: S): Parameter<Values<S>> {
  const absent = readShape(shape, {}).value;
  return {
    absent,
    checks: [],
    read: (value) => isRecord(value) ? readShape(shape, value) : { value: absent, complete: false },
  };
}

/** A list of `{key, value}`, empty when absent. */
export const pairList: Parameter<readonly { key: string; value: string }[]> = listOf({
  key: requiredText,
  value: scalar("", [], readText),
});

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof WholeDouble);
}

function scalar<T>(
  absent: T,
  checks: readonly Check[],
  read: (value: unknown) => T | undefined,
): Parameter<T> {
  return {
    absent,
    checks,
    read(given) {
      const value = read(given);
      return value === undefined ? { value: absent, complete: false } : { value, complete: true };
    },
  };
}

function list<T>(
  checks: readonly Check[],
  readItem: (item: unknown) => Reading<T> | undefined,
): Parameter<readonly T[]> {
  return {
    absent: [],
    checks,
    fromQuery: (texts) => texts,
    read(value) {
      if (!Array.isArray(value)) return { value: [], complete: false };
      const items: T[] = [];
      for (const item of value) {
        const reading = readItem(item);
        if (reading !== undefined) items.push(reading.value);
        if (!reading?.complete) return { value: items, complete: false };
      }
      return { value: items, complete: true };
    },
  };
}

function readShape<S extends Shape>(
  shape: S,
  json: Readonly<Record<string, unknown>>,
): Reading<Values<S>> {
  const values: Record<string, unknown> = {};
  for (const name in shape) values[name] = shape[name].absent;
  for (const key in json) {
    const value = json[key];
    // Protobuf knows its fields by two names.
    const name = Object.hasOwn(shape, key)
      ? key
      : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (value === null || value === undefined || !Object.hasOwn(shape, name)) continue;
    const reading = shape[name].read(value);
    values[name] = reading.value;
    if (!reading.complete) return { value: values as Values<S>, complete: false };
  }
  return { value: values as Values<S>, complete: true };
}
