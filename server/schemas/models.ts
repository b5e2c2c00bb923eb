/** What `GET /api/v1/models` answers. */
import { z } from "zod";
import type { ReadOnly } from "./read_only.ts";

const modelColumnSchema = z.object({
  name: z.string(),
  unit: z.string().optional(),
  description: z.string().optional(),
}).meta({ id: "ModelColumn", description: "A feature, as the feature views of the model tell it" });

/**
 * The loaded versions, and what the server follows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const nothing = { models: [], followed: [] };
 * assert.deepEqual(modelsSchema.parse(nothing), nothing);
 * ```
 */
export const modelsSchema = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      default: z.boolean().describe("Whether it answers where only its name is given"),
      run_id: z.string().describe("The MLflow run that made it"),
      threshold: z.number().min(0).max(1).describe("Scores at or above it are labelled 1"),
      columns: z.array(
        modelColumnSchema,
      ).describe("Columns of its input, in order"),
      members: z.array(z.string()).describe("Members of its ensemble"),
    }).meta({ id: "Model", description: "A loaded version" }),
  ),
  followed: z.array(
    z.object({
      uri: z.string().describe("Such as models:/energy-anomaly@champion"),
      name: z.string(),
      version: z.string().optional().describe("That answers for it; absent while there is none"),
      failure: z.string().optional()
        .describe("Why the version that the registry names now is not the one that answers"),
    }).meta({ id: "FollowedModel", description: "An alias or a version to be served" }),
  ).describe("What the server was told to serve, and follows"),
}).meta({ id: "Models" });

/** A column of a model. */
export type ModelColumn = ReadOnly<z.infer<typeof modelColumnSchema>>;
/** The loaded versions, and what the server follows. */
export type Models = ReadOnly<z.infer<typeof modelsSchema>>;
