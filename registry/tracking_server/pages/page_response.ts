/** A page as a response that runs no script and loads only what this server keeps. */

import type { html } from "hono/html";

/** Escaped markup, as `hono/html` makes it. */
export type Markup = ReturnType<typeof html>;

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Sends markup under a policy that allows this server's style sheet and pictures, and nothing
 * else.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { html } from "hono/html";
 * const { headers } = await pageResponse(html`<p>`, 200);
 * assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none'; style-src 'self'/);
 * ```
 */
export async function pageResponse(markup: Markup, status: number): Promise<Response> {
  return new Response(String(await markup), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
