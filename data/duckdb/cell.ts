/** What one DuckDB value becomes in JavaScript. */

import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
} from "@duckdb/node-api";

/** A value read from DuckDB; `NULL` is `null`, a time is epoch milliseconds (UTC). */
export type Cell = string | number | bigint | boolean | null | readonly Cell[];

/**
 * Converts a DuckDB value to plain data: integers to `number` where exact (else `bigint`),
 * decimals to `number`, timestamps to epoch milliseconds, dates to `YYYY-MM-DD`, lists to arrays.
 *
 * @param value The value as the driver gives it.
 * @param type Its SQL type, for the error.
 * @throws {TypeError} When the type has no plain form here (interval, struct, blob, …).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { BIGINT } from "@duckdb/node-api";
 * assert.equal(cell(42n, BIGINT), 42);
 * ```
 */
export function cell(value: DuckDBValue, type: DuckDBType): Cell {
  if (value === null) return null;
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "bigint": {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : value;
    }
  }
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return epochMs(value.micros);
  }
  if (value instanceof DuckDBTimestampSecondsValue) return Number(value.seconds) * 1000;
  if (value instanceof DuckDBTimestampMillisecondsValue) return Number(value.millis);
  if (value instanceof DuckDBTimestampNanosecondsValue) return Number(value.nanos) / 1e6;
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map((item) => cell(item, type));
  throw new TypeError(`Cannot read a value of type ${type}: cast it to a plain type in the SQL`);
}

/**
 * Microseconds since 1970 (DuckDB's unit) as milliseconds (ours), keeping the fraction.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(epochMs(1_500n), 1.5);
 * ```
 */
export function epochMs(micros: bigint): number {
  return Number(micros) / 1000;
}
