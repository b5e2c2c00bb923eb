/** The filters of searches of experiments. */

import {
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
} from "./filter_values.ts";
import type { Node } from "./sql_tree.ts";

const numeric = ["creation_time", "last_update_time"];
const searched = ["name", ...numeric];

/** The rules of filters of experiments; their comparators count in upper case alone. */
export const experimentFilter: FilterRules = {
  read(clause) {
    const [left, middle, right] = partsOf(clause);
    const { type, key } = namedKey(left.text, searched);
    if (right === undefined) {
      if (type === "tag") return { type, key, comparator: middle.text };
      throw invalid(
        `IS NULL / IS NOT NULL is only supported for tags, not for attribute '${key}'`,
      );
    }
    const value = type === "tag" ? quotedText(right, type) : attributeValue(key, right);
    return { type, key, comparator: middle.text, value };
  },
  check({ type, key, comparator }) {
    const isTag = type === "tag";
    const fitting: readonly string[] = isTag
      ? [...textComparators, ...nullComparators]
      : numeric.includes(key)
      ? numberComparators
      : textComparators;
    if (fitting.includes(comparator)) return;
    if (isTag) throw invalid(`Invalid comparator for tag: ${comparator}`);
    if ((listComparators as readonly string[]).includes(comparator) && !numeric.includes(key)) {
      throw invalid(`Invalid comparator for string attribute: ${comparator}`);
    }
    const listed = setOf([...textComparators, ...listComparators]);
    throw invalid(
      `Invalid comparator '${comparator}' not one of '${listed}${numeric.includes(key) ? "" : "'"}`,
    );
  },
};

/**
 * What a key to order experiments by names.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is no attribute of experiments.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(experimentOrderKey("attribute.name"), { type: "attribute", key: "name" });
 * ```
 */
export function experimentOrderKey(identifier: string): { type: EntityType; key: string } {
  const named = namedKey(identifier, [...searched, "experiment_id"]);
  if (named.type === "attribute") return named;
  throw invalid(`Invalid order_by entity: ${named.type}`);
}

/**
 * What an identifier names where there are attributes and tags alone.
 *
 * @param attributes Those that can be named.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when there is nothing of that name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(namedKey("tags.`my team`", []), { type: "tag", key: "my team" });
 * assert.throws(() => namedKey("size", ["name"]), {
 *   message: "Invalid attribute key 'size' specified. Valid keys are '{'name'}'",
 * });
 * ```
 */
export function namedKey(
  identifier: string,
  attributes: readonly string[],
): { type: "attribute" | "tag"; key: string } {
  const [entity = "attribute", rawKey] = splitIdentifier(identifier);
  const type = entityType(entity);
  const key = plainKey(rawKey);
  if (type === "tag" || attributes.includes(key)) return { type, key };
  throw noAttribute(key, attributes);
}

/**
 * The type of an entity where there are attributes and tags alone.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is another one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(entityType("tags"), "tag");
 * ```
 */
export function entityType(entity: string): "attribute" | "tag" {
  if (entity === "attribute") return "attribute";
  if (entity === "tag" || entity === "tags") return "tag";
  throw invalid(
    `Invalid entity type '${entity}'. Valid entity types are ('attribute', 'tag', 'tags')`,
  );
}

/**
 * The refusal of an attribute that a resource lacks.
 *
 * @param attributes Those that it has.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(noAttribute("a", ["b"]).message, /Invalid attribute key 'a' specified/);
 * ```
 */
export function noAttribute(key: string, attributes: readonly string[]): Error {
  return invalid(
    `Invalid attribute key '${key}' specified. Valid keys are '${setOf(attributes)}'`,
  );
}

function attributeValue(key: string, value: Node): number | string {
  if (numeric.includes(key)) {
    if (value.kind === "integer" || value.kind === "float") return Number(value.text);
    throw invalid(
      `Expected numeric value type for numeric attribute: ${key}. Found ${value.text}`,
    );
  }
  if (value.kind === "single" || value.kind === "Identifier") return strictText(value.text);
  if (value.kind === "Parenthesis") {
    throw invalid(
      "Only the 'run_id' attribute supports comparison with a list of quoted string values.",
    );
  }
  throw invalid(`Expected a quoted string value for attributes. Got value ${value.text}`);
}
