/** A page as a response that runs no script and loads nothing. */
import { createHash } from "node:crypto";
import type { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Escaped markup, as `hono/html` makes it. */
export type Markup = ReturnType<typeof html>;

/**
 * Sends markup under a policy that allows exactly the style sheets in it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { raw } from "hono/html";
 * const { headers } = await pageResponse(raw("<style>p{}</style>"));
 * assert.match(headers.get("content-security-policy") ?? "", /style-src 'sha256-/);
 * ```
 */
export async function pageResponse(
  markup: Markup,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const text = String(await markup);
  return new Response(text, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy(text),
    },
  });
}

function policy(text: string): string {
  const sheets = [...text.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, sheet]) => sheet);
  const hashes = new Set(
    sheets.map((sheet) => `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`),
  );
  return [
    "default-src 'none'",
    `style-src ${[...hashes].join(" ") || "'none'"}`,
    "img-src data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
