/** The query of a request. */
import type { Context } from "hono";
import type { z } from "zod";
import { fieldErrors } from "./field_errors.ts";
import { RequestError } from "./request_error.ts";

/**
 * The parameters of the query as a schema reads them.
 *
 * @throws {RequestError} 400 naming the parameters that cannot be read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { z } from "zod";
 * const app = new Hono().get("/", (c) => c.json(readQuery(c, z.object({ limit: z.coerce.number() }))));
 * assert.deepEqual(await (await app.request("/?limit=3")).json(), { limit: 3 });
 * ```
 */
export function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
  const query = schema.safeParse(c.req.query());
  if (query.success) return query.data;
  const errors = fieldErrors(query.error.issues, []);
  const [{ field, message }] = errors;
  throw new RequestError(400, `Cannot read ${field}: ${message}`, errors);
}
