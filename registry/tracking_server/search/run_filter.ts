/** The filters of searches of runs. */

import {
  type Comparison,
  type EntityType,
  listComparators,
  nullComparators,
  numberComparators,
  textComparators,
} from "./comparison.ts";
import type { FilterRules } from "./filter.ts";
import {
  invalid,
  partsOf,
  plainKey,
  quotedText,
  setOf,
  splitIdentifier,
  strictText,
  textsOfList,
  withoutBackticks,
} from "./filter_values.ts";
import type { Node } from "./sql_tree.ts";

/** Other names of attributes, which MLflow's pages use. */
const aliases: Readonly<Record<string, string>> = {
  created: "start_time",
  Created: "start_time",
  "run name": "run_name",
  "Run name": "run_name",
  "Run Name": "run_name",
};

const entities: Readonly<Record<string, EntityType>> = {
  metric: "metric",
  metrics: "metric",
  parameter: "parameter",
  parameters: "parameter",
  param: "parameter",
  params: "parameter",
  tag: "tag",
  tags: "tag",
  attribute: "attribute",
  attributes: "attribute",
  attr: "attribute",
  run: "attribute",
  dataset: "dataset",
  datasets: "dataset",
};

const ordered = ["run_id", "run_name", "user_id", "status", "start_time", "end_time"]
  .concat(["artifact_uri", "created", "Created"]);
const searched = [...ordered, "run name", "Run name", "Run Name"];
const numeric = ["start_time", "end_time"];
const ofDatasets = ["name", "digest", "context"];

/** The rules of filters of runs. */
export const runFilter: FilterRules = {
  show: (part) => `'${part}'`,
  read(clause) {
    const [left, middle, right] = partsOf(clause);
    const { type, key, shown } = runKeyOf(left.text, searched);
    if (right !== undefined) {
      return {
        type,
        key,
        comparator: middle.text.toUpperCase(),
        value: valueOf(type, shown, right),
      };
    }
    if (type === "tag" || type === "parameter") return { type, key, comparator: middle.text };
    throw invalid(
      `IS NULL / IS NOT NULL is only supported for tags and params, not for '${type}' '${shown}'`,
    );
  },
  check(comparison) {
    const { comparators, quote } = comparatorsOf(comparison);
    if (comparators.includes(comparison.comparator)) return;
    const isNumber = comparison.type === "attribute" && quote === "";
    // MLflow lists those of texts for attributes of numbers too.
    const listed = isNumber ? [...textComparators, ...listComparators] : comparators;
    throw invalid(
      `Invalid comparator '${comparison.comparator}' not one of '${setOf(listed)}${quote}`,
    );
  },
};

/**
 * What a key to order runs by names.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when runs have no such key, or no order by it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(runOrderKey("Created"), { type: "attribute", key: "start_time" });
 * ```
 */
export function runOrderKey(identifier: string): { type: EntityType; key: string } {
  const { type, key } = runKeyOf(identifier, ordered);
  if (type === "dataset") throw invalid(`Invalid identifier type '${type}'`);
  return { type, key };
}

function runKeyOf(identifier: string, attributes: readonly string[]) {
  const [entity = "attribute", rawKey] = splitIdentifier(identifier);
  const name = withoutBackticks(entity);
  if (!Object.hasOwn(entities, name)) {
    throw invalid(
      `Invalid entity type '${name}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']`,
    );
  }
  const type = entities[name];
  const shown = plainKey(rawKey);
  const keys = { attribute: attributes, dataset: ofDatasets }[type as string];
  if (keys !== undefined && !keys.includes(shown)) {
    throw invalid(`Invalid ${type} key '${shown}' specified. Valid keys are '${setOf(keys)}'`);
  }
  const isAlias = type === "attribute" && Object.hasOwn(aliases, shown);
  return { type, key: isAlias ? aliases[shown] : shown, shown };
}

function valueOf(type: EntityType, key: string, value: Node): Comparison["value"] {
  const isNumber = value.kind === "integer" || value.kind === "float";
  const isText = value.kind === "single" || value.kind === "Identifier";
  if (type === "metric") {
    if (isNumber) return Number(value.text);
    throw invalid(`Expected numeric value type for metric. Found ${value.text}`);
  }
  if (type === "tag" || type === "parameter") return quotedText(value, type);
  if (type === "attribute" && numeric.includes(aliases[key] ?? key)) {
    if (isNumber) return Number(value.text);
    throw invalid(
      `Expected numeric value type for numeric attribute: ${key}. Found ${value.text}`,
    );
  }
  if (isText) return strictText(value.text);
  if (value.kind === "Parenthesis") {
    if (type === "dataset" || key === "run_id") return textsOfList(value.text);
    throw invalid(
      "Only the 'run_id' attribute supports comparison with a list of quoted string values.",
    );
  }
  const what = type === "dataset" ? "dataset attributes" : "attributes";
  throw invalid(`Expected a quoted string value for ${what}. Got value ${value.text}`);
}

/** MLflow forgets the closing quote in most of its messages. */
function comparatorsOf(
  { type, key }: Comparison,
): { comparators: readonly string[]; quote: "'" | "" } {
  if (type === "metric") return { comparators: numberComparators, quote: "" };
  if (type === "parameter" || type === "tag") {
    const comparators = [...textComparators, ...nullComparators];
    return { comparators, quote: type === "tag" ? "" : "'" };
  }
  if (type === "attribute" && numeric.includes(key)) {
    return { comparators: numberComparators, quote: "" };
  }
  const comparators = [...textComparators, ...listComparators];
  return { comparators, quote: type === "dataset" ? "" : "'" };
}
