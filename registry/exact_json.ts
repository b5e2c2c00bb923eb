/** JSON as MLflow writes it: exact int64 numbers and named non-finite doubles. */

/** The parts of `JSON` with source text access that TypeScript's library does not list yet. */
interface SourceJson {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
}

const sourceJson: SourceJson = JSON as typeof JSON & SourceJson;

/**
 * Parses JSON; an integer beyond ±2^53 becomes a `bigint` instead of a rounded number.
 *
 * @throws {SyntaxError} When `text` is not JSON.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseExact("[1, 9007199254740993]"), [1, 9007199254740993n]);
 * ```
 */
export function parseExact(text: string): unknown {
  return sourceJson.parse(text, (_key, value, context) => {
    const rounded = typeof value === "number" && !Number.isSafeInteger(value);
    return rounded && context.source !== undefined && /^-?\d+$/.test(context.source)
      ? BigInt(context.source)
      : value;
  });
}

/**
 * Writes JSON; a `bigint` becomes a plain number, and NaN and the infinities become the strings
 * `"NaN"`, `"Infinity"` and `"-Infinity"`, as protobuf's JSON mapping has them.
 *
 * @param indent Spaces per level; none by default.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(stringifyExact({ step: 9007199254740993n, value: NaN }),
 *   '{"step":9007199254740993,"value":"NaN"}');
 * ```
 */
export function stringifyExact(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === "bigint") return sourceJson.rawJSON(String(item));
    return typeof item === "number" && !Number.isFinite(item) ? String(item) : item;
  }, indent);
}
