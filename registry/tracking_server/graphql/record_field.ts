/** Fields of MLflow's records, as GraphQL shows them. */

import {
  type GraphQLNullableType,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isNonNullType,
} from "graphql";
import { isRecord } from "../requests/parameters.ts";

/**
 * The value of a field in a record of the REST interface. What is absent there shows protobuf's
 * value for it, as in MLflow; NaN and an enum that is absent are null.
 *
 * @param field Its name in GraphQL, such as `runId`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { GraphQLString } from "graphql";
 * assert.equal(recordField({ run_id: "r" }, "runId", GraphQLString), "r");
 * assert.equal(recordField({ run_id: "r" }, "userId", GraphQLString), "");
 * ```
 */
export function recordField(record: unknown, field: string, type: GraphQLOutputType): unknown {
  const value = isRecord(record) ? record[snakeCase(field)] : undefined;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (value === undefined || value === null) return absent(nullable);
  if (String(nullable) === "LongString") return String(value);
  return Number.isNaN(value) ? null : value;
}

/**
 * A name of GraphQL as the REST interface has it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(snakeCase("runViewType"), "run_view_type");
 * ```
 */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const absentValues: Readonly<Record<string, unknown>> = {
  Boolean: false,
  Float: 0,
  LongString: "0",
  String: "",
  // The one object that is no part of MLflow's records.
  ApiError: null,
};

function absent(type: GraphQLNullableType): unknown {
  if (isListType(type)) return [];
  if (isEnumType(type)) return null;
  const name = String(type);
  return name in absentValues ? absentValues[name] : {};
}
