/** Zod schemas as JSON schemas that refer to one another by name. */
import { z } from "zod";

/** A JSON schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Gathers the named schemas of a document. */
export interface Components {
  /** The named schemas met so far, by name. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /**
   * A schema as JSON, as a sender has to write it; what has an `id` in its metadata becomes a
   * reference to a named schema.
   *
   * @throws {Error} When JSON schema has no word for a part of it.
   * @throws {TypeError} When two different schemas have the same `id`.
   */
  refer(schema: z.ZodType): JsonSchema;
}

/**
 * Starts with no schema.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 * const { refer, schemas } = gatherComponents();
 * const point = z.object({ x: z.number() }).meta({ id: "Point" });
 * assert.deepEqual(refer(z.array(point)), {
 *   type: "array",
 *   items: { $ref: "#/components/schemas/Point" },
 * });
 * assert.deepEqual(schemas.Point.required, ["x"]);
 * ```
 */
export function gatherComponents(): Components {
  const schemas: Record<string, JsonSchema> = {};
  return {
    schemas,
    refer(schema) {
      const { $schema: _, $defs = {}, ...own } = withOurReferences(
        z.toJSONSchema(schema, { io: "input" }),
      );
      for (const [name, definition] of Object.entries($defs)) {
        const known = schemas[name];
        if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition)) {
          throw new TypeError(`Cannot name two schemas ${JSON.stringify(name)}`);
        }
        schemas[name] = definition;
      }
      return own;
    },
  };
}

interface WithDefinitions extends JsonSchema {
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

function withOurReferences(schema: JsonSchema): WithDefinitions {
  return JSON.parse(
    JSON.stringify(
      schema,
      (key, value) =>
        key === "$ref" ? String(value).replace("#/$defs/", "#/components/schemas/") : value,
    ),
  );
}
