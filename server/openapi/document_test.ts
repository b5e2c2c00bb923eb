import assert from "node:assert/strict";
import { z } from "zod";
import { problemJson } from "../error_shapes/problem_json.ts";
import type { Route } from "../routes/route.ts";
import { routes } from "../routes/mod.ts";
import { openApiDocument } from "./document.ts";

const facts = {
  meterId: "b1",
  reportId: "20240801T093000000Z-00c0ffee",
  ts: "2024-03-24T12:00:00.000Z",
  model: { name: "energy-anomaly", version: "3", columns: ["hour"] },
};
const point = z.object({ x: z.number() }).meta({ id: "TestPoint" });
const route: Route = {
  method: "POST",
  path: "/points/:id",
  summary: "Moves a point",
  errorShape: problemJson,
  operation: {
    id: "movePoint",
    tag: "models",
    parameters: {
      path: z.object({ id: z.string().describe("Name of the point") }),
      query: z.object({ by: z.int().optional() }),
    },
    body: { "application/json": point },
    answers: { 200: { description: "The point", content: { "application/json": point } } },
    refusals: { 503: "Busy" },
    examples: ({ meterId }) => [
      { title: "To the left", path: { id: meterId }, query: { by: "-1" }, body: { x: 1 } },
    ],
  },
  answer: () => new Response(),
};

Deno.test("openApiDocument() writes parameters, bodies, answers and refusals of a route", () => {
  const { paths, components, tags, servers } = openApiDocument([route], facts, "http://x:1");
  const { parameters, requestBody, responses, ...rest } = paths["/points/{id}"].post;
  assert.deepEqual(rest, { operationId: "movePoint", tags: ["models"], summary: "Moves a point" });
  assert.deepEqual(parameters, [
    {
      name: "id",
      in: "path",
      required: true,
      description: "Name of the point",
      schema: { type: "string" },
      example: "b1",
    },
    {
      name: "by",
      in: "query",
      required: false,
      schema: { type: "integer", minimum: -(2 ** 53 - 1), maximum: 2 ** 53 - 1 },
      example: "-1",
    },
  ]);
  const schema = { $ref: "#/components/schemas/TestPoint" };
  assert.deepEqual(requestBody, {
    required: true,
    content: {
      "application/json": {
        schema,
        examples: { to_the_left: { summary: "To the left", value: { x: 1 } } },
      },
    },
  });
  assert.deepEqual(Object.keys(responses), ["200", "400", "413", "415", "421", "500", "503"]);
  assert.deepEqual(responses[200], {
    description: "The point",
    content: { "application/json": { schema } },
  });
  assert.deepEqual(responses[503].content, {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  });
  assert.ok("Retry-After" in (responses[503].headers ?? {}));
  assert.deepEqual(Object.keys(components.schemas).sort(), ["Problem", "TestPoint"]);
  assert.deepEqual(tags.map(({ name }) => name), ["models"]);
  assert.deepEqual(servers, [{ url: "http://x:1" }]);
});

Deno.test("openApiDocument() refers to nothing that is not there", () => {
  const document = openApiDocument(routes, facts, "http://localhost");
  const referred = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)]
    .map(([, reference]) => reference.replace("#/components/schemas/", ""));
  assert.ok(referred.length > 0);
  assert.deepEqual(referred.filter((name) => !(name in document.components.schemas)), []);
});
