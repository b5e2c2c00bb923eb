/** The one style sheet of all pages. */

import { createHash } from "node:crypto";
import style from "./style.css" with { type: "text" };

const tag = `"${createHash("sha256").update(style).digest("base64url").slice(0, 22)}"`;

/**
 * Sends the style sheet, or 304 to a browser that has it.
 *
 * @param known The request's `If-None-Match`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { status, headers } = stylesheetResponse(undefined);
 * assert.equal(status, 200);
 * assert.equal(stylesheetResponse(headers.get("etag") ?? "").status, 304);
 * ```
 */
export function stylesheetResponse(known: string | undefined): Response {
  const headers = { etag: tag, "cache-control": "no-cache" };
  // A proxy that compresses marks the tag as weak.
  const tags = (known ?? "").split(",").map((text) => text.trim().replace(/^W\//, ""));
  if (tags.includes(tag) || known === "*") return new Response(null, { status: 304, headers });
  return new Response(style, {
    headers: { ...headers, "content-type": "text/css; charset=utf-8" },
  });
}
