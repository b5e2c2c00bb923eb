/** Reading a search filter: comparisons joined by AND, by the rules of a resource. */

import { pythonRepr } from "../requests/python_repr.ts";
import { TrackingError } from "../tracking_error.ts";
import { requireWithin } from "./bounds.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import type { Comparison } from "./comparison.ts";
import { sqlStatements } from "./sql_statement.ts";

/** How the filters of one resource are read. */
export interface FilterRules {
  /**
   * Reads a comparison.
   *
   * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the resource has no such key, or its
   * value is of another type.
   */
  read(clause: Clause): Comparison;
  /**
   * Checks the comparator; MLflow does so once all comparisons are read.
   *
   * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it does not fit the key.
   */
  check(comparison: Comparison): void;
  /** Says what is wrong with a filter that is not comparisons joined by AND. */
  readonly refusals?: FilterRefusals;
  /** How messages show a part that is no comparison. */
  readonly show?: (part: string) => string;
}

/** The texts of refusals. */
export interface FilterRefusals {
  noStatement(filter: string): string;
  manyStatements(filter: string): string;
  others(filter: string, shown: readonly string[]): string;
}

const usual: FilterRefusals = {
  noStatement: (filter) => `Invalid filter '${filter}'. Could not be parsed.`,
  manyStatements: (filter) =>
    `Search filter contained multiple expression ${
      pythonRepr(filter)
    }. Provide AND-ed expression list.`,
  others: (_filter, shown) => `Invalid clause(s) in filter string: ${shown.join(", ")}`,
};

/**
 * Reads a filter.
 *
 * @param filter Text; an empty one holds no comparison.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it does not follow the rules, or goes
 * beyond the bounds of a search.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { runFilter } from "./run_filter.ts";
 * assert.deepEqual(parseFilter("metrics.auc > 0.9 AND run_name = 'a'", runFilter), [
 *   { type: "metric", key: "auc", comparator: ">", value: 0.9 },
 *   { type: "attribute", key: "run_name", comparator: "=", value: "a" },
 * ]);
 * ```
 */
export function parseFilter(filter: string, rules: FilterRules): Comparison[] {
  if (filter === "") return [];
  const { refusals = usual, show = (part) => part } = rules;
  requireWithin("characters of filter", filter.length);
  const [statement, ...more] = sqlStatements(filter);
  if (statement === undefined) throw invalid(refusals.noStatement(filter));
  if (more.length > 0) throw invalid(refusals.manyStatements(filter));
  const { comparisons, others } = clausesOf(statement);
  if (others.length > 0) throw invalid(refusals.others(filter, others.map(show)));
  requireWithin("comparisons", comparisons.length);
  const read = comparisons.map((clause) => rules.read(clause));
  requireWithin("values in lists", read.flatMap(({ value }) => isList(value) ? value : []).length);
  for (const comparison of read) rules.check(comparison);
  return read;
}

function isList(value: Comparison["value"]): value is readonly string[] {
  return Array.isArray(value);
}

function invalid(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
