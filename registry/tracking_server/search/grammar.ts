/** What can be searched in a resource, and its translation to SQL. */

import type { SqlValue } from "../database.ts";
import { requireWithin } from "./bounds.ts";
import type { Comparison, EntityType } from "./comparison.ts";

/** A piece of SQL with the values of its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** An entity whose keys are rows of a table of its own, such as tags. */
export interface KeyedEntity {
  /** SQL of its value, in that table. */
  readonly value: string;
  /** SQL that follows FROM and binds the table to the row of the resource. */
  readonly from: string;
  /** SQL of the key, in that table. */
  readonly key: string;
  /** SQL of whether its value is NaN, which is stored as 0. */
  readonly isNan?: string;
}

/** What can be searched in a resource. */
export interface SearchGrammar {
  /** SQL of attributes, by key. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly entities: Partial<Record<EntityType, KeyedEntity>>;
}

/**
 * Translates comparisons to a condition on the rows of a resource.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const grammar: SearchGrammar = { attributes: { name: "m.name" }, entities: {} };
 * const comparison = { type: "attribute", key: "name", comparator: "=", value: "a" } as const;
 * assert.deepEqual(condition(grammar, [comparison]), { text: "(m.name = ?)", values: ["a"] });
 * ```
 */
export function condition(grammar: SearchGrammar, comparisons: readonly Comparison[]): Sql {
  const parts = comparisons.map((comparison) => one(grammar, comparison));
  return {
    text: parts.length === 0 ? "1" : parts.map(({ text }) => `(${text})`).join(" AND "),
    values: parts.flatMap(({ values }) => values),
  };
}

/**
 * The table of an entity.
 *
 * @throws {TypeError} When the resource has none, which its rules of filters do not let through.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => entityOf({ attributes: {}, entities: {} }, "tag"), TypeError);
 * ```
 */
export function entityOf({ entities }: SearchGrammar, type: EntityType): KeyedEntity {
  const entity = entities[type];
  if (entity !== undefined) return entity;
  throw new TypeError(`Cannot search: expected a table of "${type}"`);
}

function one(grammar: SearchGrammar, comparison: Comparison): Sql {
  const { type, key, comparator } = comparison;
  if (type === "attribute") return compare(grammar.attributes[key], comparison);
  const entity = entityOf(grammar, type);
  const exists = `EXISTS (SELECT 1 FROM ${entity.from} AND ${entity.key} = ?`;
  if (comparator === "IS NULL") return { text: `NOT ${exists})`, values: [key] };
  if (comparator === "IS NOT NULL") return { text: `${exists})`, values: [key] };
  const { text, values } = compare(entity.value, comparison);
  return { text: `${exists} AND ${text})`, values: [key, ...values] };
}

function compare(column: string, { comparator, value = "" }: Comparison): Sql {
  if (typeof value === "object") {
    const places = value.map(() => "?").join(", ");
    return { text: `${column} ${comparator} (${places})`, values: value };
  }
  if (comparator.endsWith("LIKE")) requireWithin("characters of pattern", String(value).length);
  if (comparator === "LIKE") return { text: `${column} GLOB ?`, values: [globOf(String(value))] };
  // SQLite's own LIKE does not tell upper from lower case.
  const operator = comparator === "ILIKE" ? "LIKE" : comparator;
  return { text: `${column} ${operator} ?`, values: [value] };
}

/** GLOB tells upper from lower case, as MLflow's LIKE does. */
function globOf(pattern: string): string {
  return pattern.replace(/[*?[]/g, "[$&]").replaceAll("%", "*").replaceAll("_", "?");
}
