/** The page of a request that cannot be answered. */
import { html } from "hono/html";
import { page } from "./document.ts";
import type { Markup } from "./page_response.ts";

/**
 * Says what is wrong and leads back.
 *
 * @param status HTTP status.
 * @param message For the reader.
 * @param requestId To quote when asking for help.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(String(await renderErrorPage(404, 'Cannot show meter "b1"', "r1")), /r1/);
 * ```
 */
export function renderErrorPage(status: number, message: string, requestId: string): Markup {
  return page(
    `Error ${status}`,
    html`
      <section class="notice">
        <h1>${status}</h1>
        <p>${message}</p>
        <p><a href="/">Back to the meters</a></p>
      </section>
    `,
    html`<p>Request ${requestId}</p>`,
  );
}
