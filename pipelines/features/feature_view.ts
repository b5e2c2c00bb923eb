/** The contract of a feature view: one `.sql` file whose header says what it returns. */
import { createHash } from "node:crypto";

/** One column that a feature view adds to its key. */
export interface FeatureColumn {
  readonly name: string;
  /** Unit of the values, such as `kWh` or `scale`. */
  readonly unit: string;
  readonly description: string;
}

/**
 * A feature view: a query over named relations.
 *
 * A view is causal: a row depends on rows at or before its `ts` only.
 */
export interface FeatureView {
  readonly name: string;
  /** What a row is about, such as `meter`. */
  readonly entity: string;
  /** How far apart the rows of one entity are, such as `hour`. */
  readonly grain: string;
  /** Hours before a row that its values may depend on; `Infinity` for all history. */
  readonly lookbackHours: number;
  /** Relations the query reads: tables or other views. */
  readonly reads: readonly string[];
  readonly columns: readonly FeatureColumn[];
  /** The text of the file: the query with its header. */
  readonly sql: string;
  /** SHA-256 of the text, hexadecimal: the version of the view. */
  readonly version: string;
}

/**
 * Reads the header of a feature view.
 *
 * @param sql The text of the file.
 * @throws {SyntaxError} Naming the header field that is missing or malformed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const view = parseFeatureView(`-- name: doubled
 * -- entity: meter
 * -- grain: hour
 * -- lookback: 0 hours
 * -- reads: readings
 * -- column: twice | kWh | twice the load
 * SELECT meter_id, ts, 2 * kwh AS twice FROM readings`);
 * assert.deepEqual(view.columns, [{ name: "twice", unit: "kWh", description: "twice the load" }]);
 * ```
 */
export function parseFeatureView(sql: string): FeatureView {
  const header = [...sql.matchAll(/^-- (\w+): +(.+?) *$/gm)].map(([, key, value]) => ({
    key,
    value,
  }));
  const field = (key: string): string => {
    const found = header.filter((line) => line.key === key);
    if (found.length === 1) return found[0].value;
    throw new SyntaxError(
      `Cannot read a feature view: expected one header line "-- ${key}: …", got ${found.length}`,
    );
  };
  const columns = header.filter(({ key }) => key === "column").map(({ value }) => column(value));
  if (columns.length === 0) {
    throw new SyntaxError('Cannot read a feature view: expected a header line "-- column: …"');
  }
  return {
    name: field("name"),
    entity: field("entity"),
    grain: field("grain"),
    lookbackHours: lookback(field("lookback")),
    reads: field("reads").split(/, */),
    columns,
    sql,
    version: createHash("sha256").update(sql).digest("hex"),
  };
}

function column(text: string): FeatureColumn {
  const [name, unit, ...description] = text.split("|").map((part) => part.trim());
  if (!/^[a-z][a-z0-9_]*$/.test(name) || !unit || description.length === 0) {
    throw new SyntaxError(
      `Cannot read a feature column: expected "name | unit | description", got "${text}"`,
    );
  }
  return { name, unit, description: description.join("|") };
}

function lookback(text: string): number {
  if (text === "all") return Infinity;
  const hours = /^(\d+) hours$/.exec(text);
  if (hours === null) {
    throw new SyntaxError(
      `Cannot read a lookback: expected "all" or a number of hours, got "${text}"`,
    );
  }
  return Number(hours[1]);
}
