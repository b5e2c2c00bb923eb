/** What a rendered chart shows, read back from its SVG. Used by tests. */
import { DOMParser } from "linkedom";

/** A rectangle of a mark. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/**
 * The rectangles of the marks of that class, in the order drawn.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const svg = '<svg><g class="event"><rect x="1" y="2" width="3" height="4" fill="red"/></g></svg>';
 * assert.deepEqual(barsOf(svg, "event"), [{ x: 1, y: 2, width: 3, height: 4, fill: "red" }]);
 * ```
 */
export function barsOf(svg: string, mark: string): Bar[] {
  return elementsOf(svg, `.${mark} rect`).map((rect) => {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
      Number(rect.getAttribute(name))
    );
    const fill = rect.getAttribute("fill") ?? rect.parentElement?.getAttribute("fill") ?? "";
    return { x, y, width, height, fill };
  });
}

/**
 * The centres of the circles of the marks of that class, in the order drawn.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const svg = '<svg><g class="anomaly"><circle cx="1" cy="2" r="3"/></g></svg>';
 * assert.deepEqual(circlesOf(svg, "anomaly"), [{ x: 1, y: 2 }]);
 * ```
 */
export function circlesOf(svg: string, mark: string): { x: number; y: number }[] {
  return elementsOf(svg, `.${mark} circle`).map((circle) => ({
    x: Number(circle.getAttribute("cx")),
    y: Number(circle.getAttribute("cy")),
  }));
}

/**
 * The points of the straight-lined paths of the marks of that class, in the order drawn.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const svg = '<svg><g class="median"><path d="M1,2L3,4.5"/></g></svg>';
 * assert.deepEqual(pointsOf(svg, "median"), [[1, 2], [3, 4.5]]);
 * ```
 */
export function pointsOf(svg: string, mark: string): [number, number][] {
  return elementsOf(svg, `.${mark} path`).flatMap((path) =>
    Array.from(
      path.getAttribute("d")?.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g) ?? [],
      ([, x, y]): [number, number] => [Number(x), Number(y)],
    )
  );
}

/**
 * The texts of a chart, in the order drawn; the lines of one text are joined by a space.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(labelsOf("<svg><text>12:00</text></svg>"), ["12:00"]);
 * ```
 */
export function labelsOf(svg: string): string[] {
  return elementsOf(svg, "text").map((text) => {
    const lines = Array.from(text.querySelectorAll("tspan"), (line) => line.textContent ?? "");
    return lines.length > 0 ? lines.join(" ") : text.textContent ?? "";
  });
}

function elementsOf(svg: string, selector: string): Element[] {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  return Array.from(document.querySelectorAll(selector)) as unknown as Element[];
}
