/** `GET /docs`: every route, as people read it. */
import { z } from "zod";
import { errorPage } from "../error_shapes/error_page.ts";
import { curlCommand } from "../openapi/curl_command.ts";
import { openApiDocument } from "../openapi/document.ts";
import { exampleFacts } from "../openapi/example_facts.ts";
import { exampleRequest } from "../openapi/example_request.ts";
import type { ExampleFacts } from "../openapi/operation.ts";
import { type DocsCommand, renderDocsPage } from "../web/docs_page.ts";
import { pageResponse } from "../web/page_response.ts";
import type { Route } from "./route.ts";

/**
 * A page made of the OpenAPI document, with commands that run as they are.
 *
 * @param routes Those to describe, asked for at each request, as this route is one of them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(docs(() => []).path, "/docs");
 * ```
 */
export function docs(routes: () => readonly Route[]): Route {
  return {
    method: "GET",
    path: "/docs",
    summary: "This interface as a page, with commands to try it",
    errorShape: errorPage,
    operation: {
      id: "docs",
      tag: "pages",
      answers: { 200: { description: "A page", content: { "text/html": z.string() } } },
    },
    async answer(c, deps) {
      const { origin } = new URL(c.req.url);
      const facts = await exampleFacts(deps);
      const commands = await Promise.all(
        routes().map(async (route) =>
          [route.operation.id, await commandsOf(route, facts, origin)] as const
        ),
      );
      const document = openApiDocument(routes(), facts, origin);
      return pageResponse(renderDocsPage(document, new Map(commands)));
    },
  };
}

async function commandsOf(
  route: Route,
  facts: ExampleFacts,
  origin: string,
): Promise<DocsCommand[]> {
  const examples = route.operation.examples?.(facts) ?? [{ title: "Ask for it" }];
  return await Promise.all(
    examples.map(async (example) => ({
      title: example.title,
      text: await curlCommand(exampleRequest(route, example, origin)),
    })),
  );
}
