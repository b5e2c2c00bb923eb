/** `/graphql`: what MLflow's pages ask of runs. */

import type { Context } from "hono";
import { jsonAnswer } from "./json_answer.ts";
import {
  isRecord,
  type Parameter,
  readParameters,
  requiredText,
  text,
} from "./requests/parameters.ts";
import { requestJson } from "./requests/request_json.ts";
import type { TrackingStore } from "./store.ts";
import { TrackingError } from "./tracking_error.ts";

const variables: Parameter<Record<string, unknown> | undefined> = {
  absent: undefined,
  checks: [],
  read(value) {
    if (isRecord(value)) return { value, complete: true };
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Cannot read 'variables': expected a JSON object, got ${typeof value}`,
    );
  },
};

/**
 * Answers a request for `/graphql`: a POST with its question in the body, a GET with it in the
 * address.
 *
 * @param onError Told of failures that are not the client's.
 * @throws {TrackingError} When the request holds no question.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { openTrackingStore } from "./store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const app = new Hono().get("/graphql", (context) => graphqlRoute(context, store));
 * const query = encodeURIComponent('{ test(inputString: "a") { output } }');
 * const response = await app.request(`/graphql?query=${query}`);
 * assert.deepEqual(await response.json(), { data: { test: { output: "a" } }, errors: null });
 * ```
 */
export async function graphqlRoute(
  context: Context,
  store: TrackingStore,
  onError?: (error: unknown) => void,
): Promise<Response> {
  const shape = { query: requiredText, operationName: text, variables };
  const request = readParameters(shape, await requestJson(context));
  // Its library takes a tenth of a second to load, which most processes never need.
  const { answerGraphql } = await import("./graphql/answer.ts");
  return jsonAnswer(await answerGraphql(store, request, onError));
}
