/** Problem details for HTTP APIs (RFC 9457), the shape of our own routes. */
import { STATUS_CODES } from "node:http";
import type { ErrorShape } from "./error_shape.ts";
import { problemSchema } from "../schemas/problem.ts";

/**
 * `application/problem+json` with `type`, `title`, `status`, `detail`, `request_id` and, where
 * single values are at fault, `errors: [{field, message}]`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { RequestError } from "../request_error.ts";
 * const response = await problemJson.write(new RequestError(404, "Cannot find a drift report"), "r1");
 * assert.equal((await response.json()).title, "Not Found");
 * ```
 */
export const problemJson: ErrorShape = {
  mediaType: "application/problem+json",
  schema: problemSchema,
  write(error, requestId) {
    const body = {
      type: "about:blank",
      title: STATUS_CODES[error.status],
      status: error.status,
      detail: error.message,
      request_id: requestId,
      ...(error.fields.length === 0 ? {} : { errors: error.fields }),
    };
    return new Response(JSON.stringify(body), {
      status: error.status,
      headers: { "content-type": "application/problem+json" },
    });
  },
};
