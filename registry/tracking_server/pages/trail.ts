/** The way from the lists down to a page. */

import { html } from "hono/html";
import { pageHref, type Query } from "./links.ts";
import type { Markup } from "./page_response.ts";

/** A page above: its path, its query, and what it is called. */
export type TrailStep = readonly [path: string, query: Query, name: string];

/**
 * Links to the pages above, outermost first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = String(await trail([["models", {}, "Models"]]));
 * assert.equal(text, '<nav class="trail" aria-label="Above"><a href="models">Models</a></nav>');
 * ```
 */
export function trail(steps: readonly TrailStep[]): Markup {
  return html`<nav class="trail" aria-label="Above">${
    steps.map(([path, query, name], i) =>
      html`${i === 0 ? "" : html`<span aria-hidden="true"> / </span>`}<a href="${
        pageHref(path, query)
      }">${name}</a>`
    )
  }</nav>`;
}
