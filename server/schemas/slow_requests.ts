/** What `GET /api/v1/slow-requests` answers. */
import { z } from "zod";

/**
 * The slowest requests of the last hour, the slowest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(slowRequestsSchema.parse({ requests: [] }), { requests: [] });
 * ```
 */
export const slowRequestsSchema = z.object({
  requests: z.array(z.object({
    time: z.iso.datetime(),
    request_id: z.string(),
    method: z.string(),
    route: z.string().describe("Path of the route, with `:name` for parameters"),
    status: z.int(),
    ms: z.number().describe("Milliseconds until the answer's head"),
    parts_ms: z.record(z.string(), z.number()).describe("Milliseconds of decode, features, …"),
    model: z.string().nullable(),
    version: z.string().nullable(),
    rows: z.int().nullable().describe("Rows that were scored"),
    error: z.string().nullable().describe("What a refused sender was told"),
  })),
}).meta({ id: "SlowRequests" });
