/** Which version a request asks for, by its query. */
import type { Context } from "hono";
import { z } from "zod";
import type { ModelChoice } from "./engine/served_models.ts";
import { readQuery } from "./read_query.ts";

/** The parameters `model` and `version`, each of them optional. */
export const modelParameters = z.object({
  model: z.string().min(1).optional()
    .describe("Name of a loaded model; without it the server's default"),
  version: z.string().min(1).optional()
    .describe("A loaded version of it; without it the one that answers by default"),
});

/**
 * The choice that the query of a request makes.
 *
 * @throws {RequestError} 400 for an empty name or version.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().get("/", (c) => c.json(modelChoice(c)));
 * const response = await app.request("/?model=energy-anomaly&version=3");
 * assert.deepEqual(await response.json(), { name: "energy-anomaly", version: "3" });
 * ```
 */
export function modelChoice(c: Context): ModelChoice {
  const { model, version } = readQuery(c, modelParameters);
  return { name: model, version };
}
