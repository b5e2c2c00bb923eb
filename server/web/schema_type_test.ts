import assert from "node:assert/strict";
import { schemaType } from "./schema_type.ts";

const cases: readonly [schema: Record<string, unknown>, words: string][] = [
  [{ type: "number", minimum: 0 }, "number"],
  [{ type: "string", format: "date-time", pattern: "^x$" }, "date-time"],
  [{ type: "number", enum: [0, 1] }, "0 or 1"],
  [{ type: "string", const: "score" }, "&quot;score&quot;"],
  [{ type: ["number", "null"] }, "number or null"],
  [{ anyOf: [{ type: "number" }, { type: "null" }] }, "number or null"],
  [
    { type: "array", items: { type: "array", items: { type: "number" } } },
    "list of list of number",
  ],
  [{ type: "object", additionalProperties: { type: "number" } }, "object of number"],
  [{ type: "object", additionalProperties: {} }, "object"],
  [{ $ref: "#/components/schemas/Event" }, '<a href="#Event">Event</a>'],
  [{}, "anything"],
];
for (const [schema, words] of cases) {
  Deno.test(`schemaType() says ${words} of ${JSON.stringify(schema)}`, () => {
    assert.equal(String(schemaType(schema)), words);
  });
}
