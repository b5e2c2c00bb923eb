/** `GET /openapi.json`: every route, as programs read it. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { openApiDocument } from "../openapi/document.ts";
import { exampleFacts } from "../openapi/example_facts.ts";
import type { Route } from "./route.ts";

/**
 * The OpenAPI 3.1 document, whose examples run as they are on the server that answers.
 *
 * @param routes Those to describe, asked for at each request, as this route is one of them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(openApi(() => []).path, "/openapi.json");
 * ```
 */
export function openApi(routes: () => readonly Route[]): Route {
  return {
    method: "GET",
    path: "/openapi.json",
    summary: "This interface as an OpenAPI 3.1 document",
    errorShape: problemJson,
    operation: {
      id: "openApi",
      tag: "pages",
      answers: { 200: { description: "OpenAPI 3.1", content: { "application/json": null } } },
    },
    async answer(c, deps) {
      const { origin } = new URL(c.req.url);
      return c.json(openApiDocument(routes(), await exampleFacts(deps), origin));
    },
  };
}
