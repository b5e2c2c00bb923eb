/** How a chart shows itself in a notebook. */

/** The method that the Deno kernel calls on the last value of a cell. */
export const JUPYTER_DISPLAY: unique symbol = Symbol.for("Jupyter.display");

/**
 * An SVG that carries its own ink and paper. A notebook or a README shows an SVG as an image, where
 * `currentColor` is black whatever the page's colours are.
 *
 * @param svg One `<svg>` element.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(standaloneSvg("<svg/>"), '<svg style="background:#fff;color:#1f2328"/>');
 * ```
 */
export function standaloneSvg(svg: string): string {
  return svg.replace("<svg", '<svg style="background:#fff;color:#1f2328"');
}
