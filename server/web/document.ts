/** The frame of every page: head, wordmark, foot. */
import { html, raw } from "hono/html";
import type { Markup } from "./page_response.ts";
import style from "./style.css" with { type: "text" };

const ICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
    '<path d="M1 9h3l2-6 4 10 2-4h3" fill="none" stroke="#c2410c" stroke-width="1.8"/></svg>',
);

/**
 * A whole HTML document.
 *
 * @param title Text of the tab.
 * @param main Content of the main element.
 * @param foot Content of the footer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { html } from "hono/html";
 * const text = String(await page("<b>", html`<p>Load</p>`, html``));
 * assert.match(text, /<title>&lt;b&gt; · Wattbook<\/title>/);
 * ```
 */
export function page(title: string, main: Markup, foot: Markup): Markup {
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>${title} · Wattbook</title>
        <link rel="icon" href="${ICON}">
        <style>${raw(style)}</style>
      </head>
      <body>
        <header class="masthead">
          <a class="wordmark"
            href="/"><svg viewBox="0 0 32 16" aria-hidden="true"><path d="M1 9h7l3-6 6 11 4-8 2 3h8"/></svg>Wattbook</a>
        </header>
        <main>${main}</main>
        <footer>${foot}<p><a href="/docs">Interface for programs</a></p></footer>
      </body>
    </html>
  `;
}
