/** JSON schemas in words. */
import { html } from "hono/html";
import type { JsonSchema } from "../openapi/components.ts";
import type { Markup } from "./page_response.ts";

const SCHEMAS = "#/components/schemas/";

/**
 * What a value may be, in few words, named schemas as links to their place on the page.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const schema = { type: "array", items: { $ref: "#/components/schemas/Event" } };
 * assert.equal(String(schemaType(schema)), 'list of <a href="#Event">Event</a>');
 * ```
 */
export function schemaType(schema: JsonSchema): Markup {
  const { $ref, type, format, items, additionalProperties, enum: values } = schema;
  if (typeof $ref === "string") {
    const name = $ref.replace(SCHEMAS, "");
    return html`<a href="#${name}">${name}</a>`;
  }
  if (values !== undefined || "const" in schema) {
    return html`${alternatives(schema).map((value) => JSON.stringify(value)).join(" or ")}`;
  }
  const choices = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  if (choices !== undefined) {
    return html`${choices.map((choice, i) => html`${i === 0 ? "" : " or "}${schemaType(choice)}`)}`;
  }
  if (type === "array") return html`list of ${schemaType(items as JsonSchema ?? {})}`;
  if (type === "object" && isSchema(additionalProperties)) {
    return html`object of ${schemaType(additionalProperties)}`;
  }
  return html`${format ?? (Array.isArray(type) ? type.join(" or ") : type) ?? "anything"}`;
}

function alternatives(schema: JsonSchema): readonly unknown[] {
  return "const" in schema ? [schema.const] : schema.enum as readonly unknown[];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
