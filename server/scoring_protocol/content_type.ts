/** Which body a request says it sends. */
import { RequestError } from "../request_error.ts";

/**
 * The media type of a `Content-Type` header, when it is one of those taken and its charset, if
 * any, is UTF-8. Any other parameter is refused, as MLflow does.
 *
 * @param header The header's value.
 * @param accepted Media types in lower case.
 * @throws {RequestError} 415 for another type, another charset or another parameter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const accepted = ["application/json", "text/csv"] as const;
 * assert.equal(mediaType("Text/CSV; charset=UTF-8", accepted), "text/csv");
 * ```
 */
export function mediaType<T extends string>(
  header: string | undefined,
  accepted: readonly T[],
): T {
  const [type, ...parameters] = (header ?? "").split(";").map((part) => part.trim());
  const match = accepted.find((media) => media === type.toLowerCase());
  if (match === undefined) {
    throw new RequestError(
      415,
      `Cannot read a body of type "${type}": expected ${accepted.join(" or ")}`,
    );
  }
  // RFC 9110 lets a parameter be empty, so that a semicolon may end the header.
  const odd = parameters.find((parameter) => !/^(charset="?utf-8"?)?$/i.test(parameter));
  if (odd !== undefined) {
    throw new RequestError(
      415,
      `Cannot read a body with content type parameter "${odd}": expected charset=utf-8 or none`,
    );
  }
  return match;
}
