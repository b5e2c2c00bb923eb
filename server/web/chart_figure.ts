/** A chart on the page: drawn twice, for wide screens and for phones. */
import { html, raw } from "hono/html";
import type { Chart } from "../../notebooks/charts/mod.ts";
import type { Markup } from "./page_response.ts";

const WIDE = 1080;
const NARROW = 328;

/**
 * A figure with the drawing that fits the screen; one scaled picture would have letters too small
 * for a phone.
 *
 * @param draw Draws the chart for a width in pixels.
 * @param caption What the marks mean.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = String(await chartFigure((width) => ({ svg: `<svg width="${width}"/>` }), "Load"));
 * assert.match(text, /<figcaption>Load<\/figcaption>/);
 * ```
 */
export function chartFigure(
  draw: (width: number) => Pick<Chart, "svg">,
  caption: string | Markup,
): Markup {
  return html`
    <figure>
      <div class="wide">${raw(draw(WIDE).svg)}</div>
      <div class="narrow">${raw(draw(NARROW).svg)}</div>
      <figcaption>${caption}</figcaption>
    </figure>
  `;
}
