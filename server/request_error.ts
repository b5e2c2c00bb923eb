/** What a request did wrong, before a protocol gives it its shape. */
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** One value of a request that cannot be taken. */
export interface FieldError {
  /** Path of the value as the sender wrote it, such as `readings[3].meter`. */
  readonly field: string;
  /** What was expected and what was found. */
  readonly message: string;
}

/**
 * A request that cannot be answered as asked. Routes and middleware throw it; the route's error
 * shape turns it into a response.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new RequestError(404, 'Cannot find meter "b1"', [{ field: "meter", message: "Unknown" }]);
 * assert.deepEqual([error.status, error.fields[0].field], [404, "meter"]);
 * ```
 */
export class RequestError extends Error {
  override name = "RequestError" as const;

  /**
   * @param status HTTP status, 400 to 599.
   * @param message For the sender: action, rule, current value.
   * @param fields The values at fault, where there are any.
   * @param headers Of the answer, beside those of its shape.
   */
  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
    readonly fields: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/**
 * The error of one value that cannot be read: status 400, the field named in the message too.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = badField("inputs.hour[2]", 'expected a number or null, got "NaN"');
 * assert.equal(error.message, 'Cannot read inputs.hour[2]: expected a number or null, got "NaN"');
 * ```
 */
export function badField(field: string, message: string): RequestError {
  return new RequestError(400, `Cannot read ${field}: ${message}`, [{ field, message }]);
}
