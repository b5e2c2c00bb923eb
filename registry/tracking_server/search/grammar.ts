/** What can be searched in a resource, and its translation to SQL. */

import type { SqlValue } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { requireWithin } from "./bounds.ts";
import type { Comparator, Comparison } from "./filter.ts";

/** A piece of SQL with the values of its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Something that comparisons can name. */
export interface Searchable {
  /** Numbers compare by size; texts are equal, alike or in a list. */
  readonly type: "number" | "text";
  /** SQL of its value, in the row of the resource or of the entity's table. */
  readonly value: string;
}

/** An entity whose keys are rows of a table of its own, such as tags. */
export interface KeyedEntity extends Searchable {
  /** SQL that follows FROM and binds the table to the row of the resource. */
  readonly from: string;
  /** SQL of the key, in that table. */
  readonly key: string;
  /** The keys that there are, when they are not the user's. */
  readonly keys?: readonly string[];
  /** Keys for which `!=` also finds rows that lack the key; for all others it does not. */
  readonly absentDiffers?: readonly string[];
}

/** What can be searched in a resource. */
export interface SearchGrammar {
  /** Entity names of attributes; a bare key is an attribute too. */
  readonly attributeNames: readonly string[];
  /** Attributes by key. */
  readonly attributes: Readonly<Record<string, Searchable>>;
  /** Keyed entities by each name they go by. */
  readonly entities: Readonly<Record<string, KeyedEntity>>;
}

const comparators: Record<Searchable["type"], readonly Comparator[]> = {
  number: ["=", "!=", ">", ">=", "<", "<="],
  text: ["=", "!=", "LIKE", "ILIKE", "IN", "NOT IN"],
};

/**
 * Translates comparisons to a condition on the rows of a resource.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` on an unknown entity or attribute, or a
 * comparator or value that does not fit it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const grammar: SearchGrammar = {
 *   attributeNames: ["attributes"],
 *   attributes: { name: { type: "text", value: "m.name" } },
 *   entities: {},
 * };
 * assert.deepEqual(condition(grammar, [{ key: "name", comparator: "=", value: "a" }]), {
 *   text: "(m.name = ?)",
 *   values: ["a"],
 * });
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
 * Finds what a comparison or an order names: an attribute, or a keyed entity.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when there is no such entity or attribute.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const grammar = { attributeNames: ["attributes"], attributes: {}, entities: {} };
 * assert.throws(() => find(grammar, { entity: "metric", key: "a" }), /Invalid entity type/);
 * ```
 */
export function find(
  grammar: SearchGrammar,
  { entity, key }: Pick<Comparison, "entity" | "key">,
): Searchable | KeyedEntity {
  if (entity !== undefined && Object.hasOwn(grammar.entities, entity)) {
    const found = grammar.entities[entity];
    if (found.keys?.includes(key) ?? true) return found;
    throw invalid(`Invalid ${entity} key '${key}'. Valid keys are [${quoted(found.keys ?? [])}]`);
  }
  if (entity !== undefined && !grammar.attributeNames.includes(entity)) {
    const names = [...Object.keys(grammar.entities), ...grammar.attributeNames];
    throw invalid(`Invalid entity type '${entity}'. Valid values are [${quoted(names)}]`);
  }
  if (Object.hasOwn(grammar.attributes, key)) return grammar.attributes[key];
  const keys = Object.keys(grammar.attributes);
  throw invalid(`Invalid attribute key '${key}' specified. Valid keys are [${quoted(keys)}]`);
}

function one(grammar: SearchGrammar, comparison: Comparison): Sql {
  const target = find(grammar, comparison);
  if (!("from" in target)) return compare(target, comparison);
  if (comparison.comparator === "IS NULL" || comparison.comparator === "IS NOT NULL") {
    const not = comparison.comparator === "IS NULL" ? "NOT " : "";
    const text = `${not}EXISTS (SELECT 1 FROM ${target.from} AND ${target.key} = ?)`;
    return { text, values: [comparison.key] };
  }
  const inverted = comparison.comparator === "!=" &&
    (target.absentDiffers ?? []).includes(comparison.key);
  const { text, values } = compare(
    target,
    inverted ? { ...comparison, comparator: "=" } : comparison,
  );
  return {
    text: `${
      inverted ? "NOT " : ""
    }EXISTS (SELECT 1 FROM ${target.from} AND ${target.key} = ? AND ${text})`,
    values: [comparison.key, ...values],
  };
}

function compare({ type, value: column }: Searchable, comparison: Comparison): Sql {
  const { comparator, value, key } = comparison;
  if (!comparators[type].includes(comparator)) {
    throw invalid(
      `Invalid comparator '${comparator}' for '${key}'. Valid comparators are [${
        quoted(comparators[type])
      }]`,
    );
  }
  if (Array.isArray(value)) {
    const places = value.map(() => "?").join(", ");
    return { text: `${column} ${comparator} (${places})`, values: value };
  }
  const fits = type === "number" ? typeof value === "number" : typeof value === "string";
  if (!fits) {
    const expected = type === "number" ? "numeric value" : "quoted string value";
    throw invalid(`Expected a ${expected} for '${key}'. Got value ${value}`);
  }
  if (comparator.endsWith("LIKE")) {
    requireWithin("characters of pattern", String(value).length);
  }
  if (comparator === "LIKE") return { text: `${column} GLOB ?`, values: [globOf(String(value))] };
  // SQLite's own LIKE does not tell upper from lower case.
  const operator = comparator === "ILIKE" ? "LIKE" : comparator;
  return { text: `${column} ${operator} ?`, values: [value as string | number] };
}

/** GLOB tells upper from lower case, as MLflow's LIKE does. */
function globOf(pattern: string): string {
  return pattern.replace(/[*?[]/g, "[$&]").replaceAll("%", "*").replaceAll("_", "?");
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

function invalid(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
