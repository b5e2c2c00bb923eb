/** A chart on the page: drawn for several screens, of which style.css shows one. */
import { html, raw } from "hono/html";
import type { Chart } from "../../notebooks/charts/mod.ts";
import type { Markup } from "./page_response.ts";

/** Widths in pixels, from the phone up; style.css scales each by 0.87 to 1.37. */
const WIDTHS = [328, 480, 700, 1080];

/**
 * A figure with the drawing that fits the screen; one picture scaled to all would have letters too
 * small for a phone.
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
    ${WIDTHS.map((width) => html`<div class="drawn-${width}">${raw(draw(width).svg)}</div>`)}
      <figcaption>${caption}</figcaption>
    </figure>
  `;
}
