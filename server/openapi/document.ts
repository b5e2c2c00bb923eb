/** The OpenAPI 3.1 document of a list of routes. */
import { z } from "zod";
import { type Components, gatherComponents, type JsonSchema } from "./components.ts";
import { type Content, type Example, type ExampleFacts, tags } from "./operation.ts";
import { refusalsOf } from "./refusals.ts";
import type { Route } from "../routes/route.ts";

/** Version of the interface: the one in the paths of our own routes. */
const VERSION = "1";
const COME_AGAIN = [429, 503];

/** A parameter of an operation. */
export interface ParameterObject {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

/** A body by media type. */
export type ContentObject = Readonly<
  Record<
    string,
    {
      readonly schema?: JsonSchema;
      readonly "x-itemSchema"?: JsonSchema;
      readonly examples?: Readonly<Record<string, unknown>>;
    }
  >
>;

/** An answer of an operation. */
export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: ContentObject;
}

/** What the document says of a method of a path. */
export interface OperationObject {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly required: true; readonly content: ContentObject };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

/** An OpenAPI 3.1 document, as far as ours go. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly summary: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/**
 * Describes routes.
 *
 * @param facts What the examples are made of.
 * @param origin Where the server is reached, such as `http://localhost:8000`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { ping } from "../routes/ping.ts";
 * const model = { name: "energy-anomaly", version: "3", columns: ["hour"] };
 * const reportId = "20240801T093000000Z-00c0ffee";
 * const facts = { meterId: "b1", ts: "2024-03-24T12:00:00.000Z", reportId, model };
 * const document = openApiDocument([ping], facts, "http://localhost:8000");
 * assert.equal(document.paths["/ping"].get.operationId, "ping");
 * ```
 */
export function openApiDocument(
  routes: readonly Route[],
  facts: ExampleFacts,
  origin: string,
): OpenApiDocument {
  const components = gatherComponents();
  const paths: Record<string, Record<string, OperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operationObject(route, facts, components);
  }
  const used = new Set(routes.map(({ operation }) => operation.tag as string));
  return {
    openapi: "3.1.0",
    info: {
      title: "Wattbook",
      version: VERSION,
      summary: "Anomalies in energy consumption: scoring and drift.",
    },
    servers: [{ url: origin }],
    tags: Object.entries(tags).filter(([name]) => used.has(name))
      .map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: components.schemas },
  };
}

function operationObject(
  { operation, summary, errorShape }: Route,
  facts: ExampleFacts,
  components: Components,
): OperationObject {
  const { id, tag, description, parameters = {}, body, answers } = operation;
  const examples = operation.examples?.(facts) ?? [];
  const responses: Record<string, ResponseObject> = {};
  for (const [status, answer] of Object.entries(answers)) {
    responses[status] = {
      description: answer.description,
      ...(answer.content && { content: contentObject(answer.content, components) }),
    };
  }
  const errorContent = { [errorShape.mediaType]: errorShape.schema };
  for (const [status, text] of Object.entries(refusalsOf(operation))) {
    responses[status] = {
      description: text,
      ...(COME_AGAIN.includes(Number(status)) && { headers: RETRY_AFTER }),
      content: contentObject(errorContent, components),
    };
  }
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(Object.keys(parameters).length > 0 && {
      parameters: Object.entries(parameters)
        .flatMap(([place, schema]) => parameterObjects(place, schema, examples, components)),
    }),
    ...(body && {
      requestBody: { required: true, content: contentObject(body, components, examples) },
    }),
    responses,
  };
}

const RETRY_AFTER = {
  "Retry-After": { description: "Seconds to wait", required: true, schema: { type: "integer" } },
};

function parameterObjects(
  place: string,
  { shape }: z.ZodObject,
  examples: readonly Example[],
  { refer }: Components,
): ParameterObject[] {
  return Object.entries(shape).map(([name, type]) => {
    const { description, ...schema } = refer(type as z.ZodType);
    const example = examples.map(({ path, query }) => ({ ...path, ...query })[name])
      .find((value) => value !== undefined);
    return {
      name,
      in: place,
      required: place === "path" || !(type as z.ZodType).safeParse(undefined).success,
      ...(typeof description === "string" && { description }),
      schema,
      ...(example !== undefined && { example }),
    };
  });
}

function contentObject(
  content: Content,
  { refer }: Components,
  examples: readonly Example[] = [],
): ContentObject {
  const [first] = Object.keys(content);
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, schema]) => {
      const own = examples.filter((example) => (example.mediaType ?? first) === mediaType);
      return [mediaType, {
        ...(schema && ("line" in schema
          // OpenAPI 3.2 calls it itemSchema; 3.1 has no word for a body of lines.
          ? { schema: { type: "string" }, "x-itemSchema": refer(schema.line) }
          : { schema: refer(schema) })),
        ...(own.length > 0 && {
          examples: Object.fromEntries(
            own.map(({ title, body }) => [keyOf(title), { summary: title, value: body }]),
          ),
        }),
      }];
    }),
  );
}

/** Keys of examples may hold letters, digits, dots, hyphens and underscores. */
function keyOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}
