/** The JSON of a request, wherever it stands: query, path or body. */

import type { Context } from "hono";
import { jsonDepth } from "./json_depth.ts";
import { isRecord } from "./parameters.ts";
import { parsePythonJson } from "./python_values.ts";
import { TrackingError } from "../tracking_error.ts";

/** Deepest nesting of a body, as protobuf's JSON has it. */
const deepest = 100;

/**
 * Gathers what a request carries. A GET with a query has it there, where a repeated key is a list;
 * others have it in their body, which is empty when it is no JSON, as MLflow has it. Names in the
 * path win.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when a body is not said to be JSON, is JSON but
 * no object, or is nested too deep.
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
  const query = context.req.method === "GET" ? queryJson(context) : {};
  const json = Object.keys(query).length > 0 ? query : await bodyJson(context);
  return { ...json, ...context.req.param() };
}

function queryJson(context: Context): Record<string, unknown> {
  const queries = Object.entries(context.req.queries());
  return Object.fromEntries(
    queries.map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

async function bodyJson(context: Context): Promise<Record<string, unknown>> {
  if (context.req.method === "POST") requireJsonType(context.req.header("content-type"));
  const body = parsed(await context.req.text());
  // Old clients send the JSON as a JSON string.
  const json = typeof body === "string" ? parsed(body) : body;
  if (json === undefined || json === null) return {};
  if (isRecord(json)) return json;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    "Cannot read the body: expected a JSON object",
  );
}

function requireJsonType(type: string | undefined): void {
  if (type?.split(";")[0] === "application/json") return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    type === undefined
      ? "Bad Request. Content-Type header is missing."
      : "Bad Request. Content-Type must be one of ['application/json'].",
  );
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
    return parsePythonJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
