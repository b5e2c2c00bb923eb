/** What `GET /api/v1/models` answers. */
import { z } from "zod";
import type { ReadOnly } from "./read_only.ts";

/**
 * The loaded versions.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(modelsSchema.parse({ models: [] }), { models: [] });
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
      columns: z.array(z.string()).describe("Columns of its input, in order"),
      members: z.array(z.string()).describe("Members of its ensemble"),
    }).meta({ id: "Model", description: "A loaded version" }),
  ),
}).meta({ id: "Models" });

/** The loaded versions. */
export type Models = ReadOnly<z.infer<typeof modelsSchema>>;
