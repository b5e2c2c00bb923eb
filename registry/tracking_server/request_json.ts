/** The JSON of a request, wherever it stands: query, path or body. */

import type { Context } from "hono";
import { parseExact } from "../exact_json.ts";
import { jsonDepth } from "./json_depth.ts";
import { isRecord } from "./parameters.ts";
import { TrackingError } from "./tracking_error.ts";

/** Deepest nesting of a body, as protobuf's JSON has it. */
const deepest = 100;

/**
 * Gathers what a request carries. A GET has it in its query, where a repeated key is a list;
 * others have it in their body. Names in the path win.
 *
 * @throws {TrackingError} `BAD_REQUEST` when a body is not a JSON object, or not said to be JSON;
 * `INVALID_PARAMETER_VALUE` when it is nested too deep.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().get("/models/:id", async (context) => {
 *   return context.json(await requestJson(context));
 * });
 * const response = await app.request("/models/m-1?stage=a&stage=b");
 * assert.deepEqual(await response.json(), { stage: ["a", "b"], id: "m-1" });
 * ```
 */
export async function requestJson(context: Context): Promise<Record<string, unknown>> {
  const json = context.req.method === "GET" ? queryJson(context) : await bodyJson(context);
  return { ...json, ...context.req.param() };
}

function queryJson(context: Context): Record<string, unknown> {
  const queries = Object.entries(context.req.queries());
  return Object.fromEntries(
    queries.map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

async function bodyJson(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  if (text === "") return {};
  const type = context.req.header("content-type") ?? "";
  if (context.req.method === "POST" && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new TrackingError(
      "BAD_REQUEST",
      `Bad Request. Content-Type must be application/json, got '${type}'.`,
    );
  }
  const body = parsed(text);
  // Old clients send the JSON as a JSON string.
  const json = typeof body === "string" ? parsed(body) : body;
  if (isRecord(json)) return json;
  throw new TrackingError("BAD_REQUEST", "Cannot read the body: expected a JSON object");
}

function parsed(text: string): unknown {
  const depth = jsonDepth(text);
  if (depth > deepest) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Cannot read the body: expected at most ${deepest} levels of nesting, got ${depth}`,
    );
  }
  try {
    return parseExact(text);
  } catch (error) {
    throw error instanceof SyntaxError
      ? new TrackingError("BAD_REQUEST", `Cannot read the body as JSON: ${error.message}`)
      : error;
  }
}
