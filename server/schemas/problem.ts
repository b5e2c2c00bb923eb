/** Problem details (RFC 9457) as a schema, apart so that clients load nothing else. */
import { z } from "zod";
import type { ReadOnly } from "./read_only.ts";

/**
 * What our own routes answer with where they refuse a request.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const problem = {
 *   type: "about:blank",
 *   title: "Not Found",
 *   status: 404,
 *   detail: 'Cannot score readings[3].meter: meter "attic" is unknown',
 *   request_id: "r1",
 * };
 * assert.deepEqual(problemSchema.parse(problem), problem);
 * ```
 */
export const problemSchema = z.object({
  type: z.string().describe("A URI of the kind of problem"),
  title: z.string().describe("The status in words"),
  status: z.int().min(400).max(599),
  detail: z.string().describe("What cannot be done, the rule and the current value"),
  request_id: z.string().describe("The id under which the request is known"),
  errors: z.array(z.object({
    field: z.string().describe("Path of a value at fault, such as readings[3].meter"),
    message: z.string(),
  })).optional(),
}).meta({ id: "Problem", description: "Problem details (RFC 9457)" });

/** What is wrong with a request. */
export type Problem = ReadOnly<z.infer<typeof problemSchema>>;
