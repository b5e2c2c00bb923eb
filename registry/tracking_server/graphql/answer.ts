/** Answering a GraphQL request. */

import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLResolveInfo,
  validate,
} from "graphql";
import { refusal } from "../json_answer.ts";
import type { TrackingStore } from "../store.ts";
import { readDocument } from "./document.ts";
import { recordField } from "./record_field.ts";
import { resolvers } from "./resolvers.ts";
import { schema } from "./schema.ts";

/** What a client sends. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** What it gets: MLflow sends the messages of errors alone. */
export interface GraphqlAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly string[] | null;
}

/**
 * Answers a request from the store. Whatever is wrong stands in the answer's errors.
 *
 * @param onError Told of failures that are not the client's; their text does not leave the server.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const query = '{ mlflowGetExperiment(input: {experimentId: "0"}) { experiment { name } } }';
 * const { data } = await answerGraphql(store, { query });
 * assert.equal(
 *   JSON.stringify(data),
 *   '{"mlflowGetExperiment":{"experiment":{"name":"Default"}}}',
 * );
 * ```
 */
export async function answerGraphql(
  store: TrackingStore,
  { query, variables, operationName }: GraphqlRequest,
  onError?: (error: unknown) => void,
): Promise<GraphqlAnswer> {
  const document = parsed(query);
  if (document instanceof GraphQLError) return { data: null, errors: [document.message] };
  const invalid = validate(schema, document);
  const { data, errors } = invalid.length > 0 ? { errors: invalid } : await execute({
    schema,
    document,
    contextValue: store,
    variableValues: variables,
    operationName,
    fieldResolver: resolveField,
  });
  return {
    data: data ?? null,
    errors: errors?.map((error) => messageOf(error, onError)) ?? null,
  };
}

function resolveField(
  record: unknown,
  args: Readonly<Record<string, unknown>>,
  store: TrackingStore,
  { parentType, fieldName, returnType }: GraphQLResolveInfo,
): unknown {
  const resolver = resolvers[`${parentType.name}.${fieldName}`];
  return resolver === undefined
    ? recordField(record, fieldName, returnType)
    : resolver(store, args, record);
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return readDocument(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function messageOf(
  { message, originalError }: GraphQLError,
  onError?: (error: unknown) => void,
): string {
  if (originalError === undefined || originalError instanceof GraphQLError) return message;
  const { errorCode, message: told } = refusal(originalError);
  if (errorCode === "INTERNAL_ERROR") onError?.(originalError);
  return told;
}
