/** The filters of searches of registered models and of their versions. */

import {
  type Comparison,
  type EntityType,
  numberComparators,
  textComparators,
} from "./comparison.ts";
import { entityType, namedKey, noAttribute } from "./experiment_filter.ts";
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
} from "./filter_values.ts";
import type { Node } from "./sql_tree.ts";

const ofVersions = ["name", "version_number", "run_id", "source_path"];
const numeric = ["version_number", "creation_timestamp", "last_updated_timestamp"];
const versionOrders = ["name", ...numeric];

/** The rules of filters of registered models. */
export const registeredModelFilter: FilterRules = registryFilter(["name"]);

/** The rules of filters of model versions. */
export const modelVersionFilter: FilterRules = registryFilter(ofVersions);

/**
 * What a key to order model versions by names.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when versions have no order by it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(modelVersionOrderKey("version_number"), {
 *   type: "attribute",
 *   key: "version_number",
 * });
 * ```
 */
export function modelVersionOrderKey(identifier: string): { type: EntityType; key: string } {
  const { key } = namedKey(identifier, versionOrders);
  if (versionOrders.includes(key)) return { type: "attribute", key };
  throw invalid(`Invalid order by key '${key}' specified. Valid keys are ${setOf(versionOrders)}`);
}

/**
 * What a key to order registered models by names.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when models have no order by it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(registeredModelOrderKey("timestamp"), {
 *   type: "attribute",
 *   key: "last_updated_timestamp",
 * });
 * ```
 */
export function registeredModelOrderKey(key: string): { type: EntityType; key: string } {
  if (key === "name") return { type: "attribute", key };
  if (key === "timestamp" || key === "last_updated_timestamp") {
    return { type: "attribute", key: "last_updated_timestamp" };
  }
  const keys = setOf(["name", "timestamp"]);
  throw invalid(`Invalid order by key '${key}' specified. Valid keys are '${keys}'`);
}

function registryFilter(attributes: readonly string[]): FilterRules {
  const hasNumbers = attributes.includes("version_number");
  return {
    read(clause) {
      const [left, middle, right] = partsOf(clause);
      if (right === undefined) {
        throw invalid("Invalid comparison clause. Expected 3 tokens found 2");
      }
      const [entity = "attribute", rawKey] = splitIdentifier(left.text);
      const type = entityType(entity);
      // Quotes of attributes stay, and no attribute has them.
      if (type === "attribute" && !attributes.includes(rawKey)) {
        throw noAttribute(rawKey, attributes);
      }
      const key = plainKey(rawKey);
      const value = type === "tag"
        ? quotedText(right, type)
        : attributeValue(key, right, hasNumbers);
      return { type, key, comparator: middle.text.toUpperCase(), value };
    },
    check: ({ type, key, comparator }) => checkComparator({ type, key, comparator }),
  };
}

function attributeValue(key: string, value: Node, hasNumbers: boolean): Comparison["value"] {
  if (value.kind === "single" || value.kind === "Identifier") return strictText(value.text);
  if (value.kind === "Parenthesis") {
    if (key === "run_id") return textsOfList(value.text);
    throw invalid(
      "Only the 'run_id' attribute supports comparison with a list of quoted string values.",
    );
  }
  if (hasNumbers && (value.kind === "integer" || value.kind === "float")) {
    if (numeric.includes(key)) return Number(value.text);
    throw invalid(
      `Only the '${setOf(numeric)}' attributes support comparison with numeric values.`,
    );
  }
  throw invalid(
    `Expected a quoted string value or a list of quoted string values for attributes. Got value ${value.text}`,
  );
}

function checkComparator({ type, key, comparator }: Comparison): void {
  const isNumber = type === "attribute" && numeric.includes(key);
  const fitting: readonly string[] = isNumber ? numberComparators : textComparators;
  if (fitting.includes(comparator) || (comparator === "IN" && key === "run_id")) return;
  if (type === "tag") throw invalid(`Invalid comparator for tag: ${comparator}`);
  throw invalid(`Invalid comparator for attribute${isNumber ? ` ${key}` : ""}: ${comparator}`);
}
