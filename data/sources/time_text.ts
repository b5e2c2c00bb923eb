/** SQL that reads times written as text. */

import { sqlString } from "../sql_string.ts";

// A four-digit year, and the whole text: DuckDB's own cast also takes `epoch`, `infinity`, the
// year 20200, and drops an offset that it does not know.
const DATE = "[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}";
const TIME = "[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?";
const LOCAL = sqlString(`^${DATE}([ T]${TIME})?$`);
const WITH_OFFSET = sqlString(`^${DATE}[ T]${TIME} ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$`);

/** A time as SQL, in UTC, and whether it was local. */
export interface TimeSql {
  /** `TIMESTAMP` in UTC, or `NULL` where the text is no time. */
  readonly ts: string;
  /** Whether the text names no offset. */
  readonly local: string;
}

/**
 * SQL for the UTC time of a text: a date, or a date and time of day, with an offset (`Z`,
 * `UTC`, `+05:30`, `-0300`, `+01`) or else in local time. Spaces around it do not count.
 *
 * @param column SQL of the text.
 * @param timeZone IANA name, for local times.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const { ts, local } = parseTime("'2020-07-01 05:30'", "Asia/Kolkata");
 * assert.deepEqual(await db.rows(`SELECT ${ts} AS ts, ${local} AS local`), [
 *   { ts: Date.UTC(2020, 6, 1), local: true },
 * ]);
 * ```
 */
export function parseTime(column: string, timeZone: string): TimeSql {
  const text = `regexp_replace(trim(${column}), ' ?UTC$', 'Z')`;
  const local = `regexp_full_match(${text}, ${LOCAL})`;
  // DuckDB reads an offset only after seconds, which ISO 8601 lets one leave out, and no space.
  const seconds = `regexp_replace(${text}, '([ T][0-9]+:[0-9]{2}) ?(Z|[+-])', '\\1:00\\2')`;
  const exact = `regexp_replace(${seconds}, ' (Z|[+-][0-9:]+)$', '\\1')`;
  return {
    local,
    ts: `CASE
      WHEN ${local}
        THEN try_cast(${text} AS TIMESTAMP) AT TIME ZONE ${sqlString(timeZone)} AT TIME ZONE 'UTC'
      WHEN regexp_full_match(${text}, ${WITH_OFFSET})
        THEN try_cast(${exact} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'
      END`,
  };
}
