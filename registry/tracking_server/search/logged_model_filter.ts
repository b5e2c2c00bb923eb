/** The filters of searches of logged models. */

import { pythonRepr } from "../requests/python_repr.ts";
import { readDouble } from "../requests/protobuf_json.ts";
import type { Clause } from "./clauses.ts";
import {
  type Comparison,
  type EntityType,
  listComparators,
  numberComparators,
  textComparators,
} from "./comparison.ts";
import type { FilterRules } from "./filter.ts";
import { invalid } from "./filter_values.ts";
import { listLiteral } from "./list_literal.ts";

const aliases: Readonly<Record<string, string>> = {
  creation_time: "creation_timestamp_ms",
  creation_timestamp: "creation_timestamp_ms",
  last_updated_timestamp: "last_updated_timestamp_ms",
};

/** Attributes by which logged models are found and ordered. */
export const loggedModelAttributes: readonly string[] = [
  ...["name", "model_id", "model_type", "status", "source_run_id", "experiment_id"],
  ...["creation_timestamp_ms", "last_updated_timestamp_ms"],
];

const entities: Readonly<Record<string, EntityType>> = {
  attributes: "attribute",
  metrics: "metric",
  params: "parameter",
  tags: "tag",
};

/** The rules of filters of logged models, whose comparators count in upper case alone. */
export const loggedModelFilter: FilterRules = {
  refusals: {
    noStatement: single,
    manyStatements: single,
    others: (filter) =>
      `Invalid filter string: ${
        pythonRepr(filter)
      }. Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').`,
  },
  read({ text, parts }: Clause): Comparison {
    if (parts.length !== 3) {
      throw invalid(`Invalid comparison: ${text}. Expected a comparison with 3 tokens.`);
    }
    const [left, middle, right] = parts.map((part) => part.text);
    const entity = entityOf(left);
    requireOperator(entity, middle);
    return {
      type: entity.type,
      key: entity.key,
      comparator: middle,
      value: valueOf(entity, right),
    };
  },
  check() {},
};

/**
 * The attribute that a name of MLflow's interface stands for.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when logged models have no such attribute.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(loggedModelAttribute("creation_time"), "creation_timestamp_ms");
 * ```
 */
export function loggedModelAttribute(name: string): string {
  const attribute = Object.hasOwn(aliases, name) ? aliases[name] : name;
  if (loggedModelAttributes.includes(attribute)) return attribute;
  throw invalid(`Invalid order by field name: ${name}`);
}

interface Entity {
  readonly type: EntityType;
  readonly key: string;
  readonly shown: string;
}

function entityOf(identifier: string): Entity {
  const [, prefix, key] = /^([a-z]+)\.(.+)$/.exec(identifier) ?? [];
  if (prefix === undefined) {
    const name = (Object.hasOwn(aliases, identifier) ? aliases[identifier] : identifier)
      .replace(/^`+|`+$/g, "");
    return { type: "attribute", key: name, shown: `attributes.${name}` };
  }
  if (!Object.hasOwn(entities, prefix)) {
    throw invalid(
      `Invalid entity type: '${prefix}'. Expected one of ['attributes', 'metrics', 'params', 'tags'].`,
    );
  }
  const plain = key.replace(/^`+|`+$/g, "");
  const isAlias = prefix === "attributes" && Object.hasOwn(aliases, plain);
  const shown = `${prefix}.${plain}`;
  return { type: entities[prefix], key: isAlias ? aliases[plain] : plain, shown };
}

function isNumeric({ type, key }: Entity): boolean {
  return type === "metric" || (type === "attribute" && key.endsWith("_ms"));
}

function requireOperator(entity: Entity, operator: string): void {
  const ofTexts: readonly string[] = [...textComparators, ...listComparators];
  const fitting: readonly string[] = isNumeric(entity) ? numberComparators : ofTexts;
  if (!fitting.includes(operator)) {
    throw invalid(
      `Invalid comparison operator for ${entity.shown}: ${pythonRepr(operator)}. Expected one of (${
        ofTexts.map((each) => `'${each}'`).join(", ")
      }).`,
    );
  }
  if (entity.type === "attribute" && !loggedModelAttributes.includes(entity.key)) {
    throw invalid(`Invalid attribute key '${entity.key}' specified.`);
  }
}

function valueOf(entity: Entity, text: string): Comparison["value"] {
  if (isNumeric(entity)) {
    const number = readDouble(text);
    if (number !== undefined) return number;
    throw invalid(`could not convert string to float: ${pythonRepr(text)}`);
  }
  if (/^\(.*\)$/s.test(text)) return /^\(\s*\)$/.test(text) ? [] : listLiteral(text);
  return text.replace(/^'+|'+$/g, "");
}

function single(filter: string): string {
  return `Invalid filter string: ${pythonRepr(filter)}. Expected a single SQL expression.`;
}
