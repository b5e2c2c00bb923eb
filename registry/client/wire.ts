/** What MLflow's JSON has in common across resources, as schemas that yield plain data. */

import { z } from "zod";

/**
 * An int64, sent as a number or as a string of digits; refused beyond ±2^53 rather than rounded.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(int64.parse("1700000000000"), 1700000000000);
 * ```
 */
export const int64: z.ZodType<number> = z.union([
  z.number(),
  z.bigint(),
  z.string().regex(/^-?\d+$/),
])
  .transform(Number)
  .pipe(z.int("Cannot read an int64: expected one within ±2^53"));

/**
 * An int64, sent as a number or as a string of digits; a `bigint` beyond ±2^53.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(exactInt64.parse("-7"), -7);
 * assert.equal(exactInt64.parse("9007199254740993"), 9007199254740993n);
 * ```
 */
export const exactInt64: z.ZodType<number | bigint> = z.union([
  z.int(),
  z.bigint(),
  z.string().regex(/^-?\d+$/).transform(BigInt),
]).transform((value) => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
});

/**
 * A double; NaN and the infinities travel as strings.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(double.parse("-Infinity"), -Infinity);
 * ```
 */
export const double: z.ZodType<number> = z.union([
  z.number(),
  z.bigint().transform(Number),
  z.enum(["NaN", "Infinity", "-Infinity"]).transform(Number),
]);

/**
 * A list of `{key, value}` as a plain record; MLflow omits the list when it is empty.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(pairs.parse([{ key: "seed", value: "7" }]), { seed: "7" });
 * ```
 */
export const pairs: z.ZodType<Record<string, string>> = z
  .array(z.object({ key: z.string(), value: z.string().default("") }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, value])));

/**
 * The reverse of {@link pairs}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(toPairs({ seed: "7" }), [{ key: "seed", value: "7" }]);
 * ```
 */
export function toPairs(
  record: Readonly<Record<string, string>>,
): { key: string; value: string }[] {
  return Object.entries(record).map(([key, value]) => ({ key, value }));
}

/** The answer of a call that only acknowledges. */
export const nothing: z.ZodType<unknown> = z.object({});
