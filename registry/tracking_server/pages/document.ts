/** The frame of every page: head, wordmark, ways to the lists, foot. */

import { html } from "hono/html";
import { pageHref } from "./links.ts";
import type { Markup } from "./page_response.ts";

const icon = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
    '<path d="M1 9h3l2-6 4 10 2-4h3" fill="none" stroke="#c2410c" stroke-width="1.8"/></svg>',
);

/**
 * A whole HTML document.
 *
 * @param title Text of the tab.
 * @param main Content of the main element.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { html } from "hono/html";
 * const text = String(await framed("<b>", html`<h1>Runs</h1>`));
 * assert.match(text, /<title>&lt;b&gt; · Wattbook<\/title>/);
 * ```
 */
export function framed(title: string, main: Markup): Markup {
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>${title} · Wattbook</title>
        <link rel="icon" href="${icon}">
        <link rel="stylesheet" href="style.css">
      </head>
      <body>
        <header class="masthead">
          <a class="wordmark"
            href="${pageHref(
              "experiments",
            )}"><svg viewBox="0 0 32 16" aria-hidden="true"><path d="M1 9h7l3-6 6 11 4-8 2 3h8"/></svg>Wattbook</a>
          <nav aria-label="Lists">
            <a href="${pageHref("experiments")}">Experiments</a>
            <a href="${pageHref("models")}">Models</a>
          </nav>
        </header>
        <main>${main}</main>
        <footer>
          <p>Tracking server and model registry. Times are UTC.</p>
        </footer>
      </body>
    </html>
  `;
}
