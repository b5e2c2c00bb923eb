/** A template of SQL taken apart: text with `$1`, `$2`, … and what is bound to them. */
import { sqlName } from "../../data/mod.ts";
import type { Table, WithObjects } from "../tables/mod.ts";
import type { Identifier } from "./identifier.ts";

/** A value that is bound to a query; a time is a `Date`. */
export type SqlValue = string | number | boolean | bigint | Date | null;

/** Rows that a query can read as a relation; an Arquero table has them too. */
export type SqlRows = Table<unknown> | WithObjects | readonly object[];

/** What may stand in `${…}`. */
export type SqlInput = SqlValue | Identifier | readonly SqlValue[] | ArrayLike<number> | SqlRows;

/** A query with its values apart from its text. */
export interface Query {
  /** The text without relations that are given as rows. */
  readonly text: string;
  readonly params: (string | number | boolean | null)[];
  /** Rows to be read, under the name that stands in the text. */
  readonly relations: readonly { readonly name: string; readonly rows: SqlRows }[];
}

/** DuckDB numbers at most 65,535 parameters; a list beyond this is better read as rows. */
const LONGEST_LIST = 10_000;

/**
 * Takes a template apart. A value becomes a parameter, an array of values a list of parameters, a
 * table or an array of objects the name of a relation, an identifier a quoted name. No value ever
 * becomes part of the text.
 *
 * @param nameOf Gives each relation a name that no other has.
 * @throws {TypeError} When a value is none of these.
 * @throws {RangeError} When a list has more than 10,000 values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const template = (parts: TemplateStringsArray, ...inputs: SqlInput[]) =>
 *   parseQuery(parts, inputs, (i) => `rows_${i}`);
 * const { text, params } = template`FROM readings WHERE kwh > ${2} AND meter_id IN ${["a", "b"]}`;
 * assert.equal(text, "FROM readings WHERE kwh > $1 AND meter_id IN [$2, $3]");
 * assert.deepEqual(params, [2, "a", "b"]);
 * ```
 */
export function parseQuery(
  parts: readonly string[],
  inputs: readonly SqlInput[],
  nameOf: (relation: number) => string,
): Query {
  const params: Query["params"] = [];
  const relations: { name: string; rows: SqlRows }[] = [];

  function bind(value: unknown): string {
    if (value === null || typeof value === "string" || typeof value === "boolean") {
      return `$${params.push(value)}`;
    }
    if (typeof value === "number") return `$${params.push(value)}`;
    // The driver takes neither; as text DuckDB reads both exactly.
    if (typeof value === "bigint") return `CAST($${params.push(String(value))} AS HUGEINT)`;
    if (value instanceof Date) {
      return `CAST($${params.push(value.toISOString().slice(0, -1))} AS TIMESTAMP)`;
    }
    throw new TypeError(`Cannot bind a value to SQL: ${expectedInput(value)}`);
  }

  function place(input: SqlInput): string {
    if (isRows(input)) {
      const name = nameOf(relations.length);
      relations.push({ name, rows: input });
      return name;
    }
    if (isIdentifier(input)) return sqlName(input.identifier);
    if (!Array.isArray(input) && !ArrayBuffer.isView(input)) return bind(input);
    const list = input as ArrayLike<unknown>;
    if (list.length > LONGEST_LIST) {
      throw new RangeError(
        `Cannot bind a list of ${list.length} values as at most ${LONGEST_LIST} may be bound: give rows such as \${table(ids.map((id) => ({ id })))}`,
      );
    }
    return `[${Array.from(list, bind).join(", ")}]`;
  }

  const text = inputs.reduce<string>(
    (before, input, i) => before + place(input) + parts[i + 1],
    parts[0],
  );
  return { text, params, relations };
}

function isRows(input: SqlInput): input is SqlRows {
  if (typeof input !== "object" || input === null) return false;
  if (Array.isArray(input)) {
    return input.length > 0 &&
      input.every((row) => typeof row === "object" && row !== null && !(row instanceof Date));
  }
  return "objects" in input;
}

function isIdentifier(input: SqlInput): input is Identifier {
  return typeof input === "object" && input !== null && "identifier" in input;
}

function expectedInput(value: unknown): string {
  const expected = "expected text, a number, a boolean, a Date, null, a list of them or a table";
  if (value instanceof Promise) return `${expected}, got a promise: write await before it`;
  if (value === undefined) return `${expected}, got undefined`;
  return `${expected}, got ${typeof value === "object" ? "an object" : `a ${typeof value}`}`;
}
