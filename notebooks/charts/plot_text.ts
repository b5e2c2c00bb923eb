/** What a plot of any marks shows, in words. */
import type * as Plot from "@observablehq/plot";
import { chartText, type Shown } from "./chart_text.ts";

/** Scales that are axes, or tell series apart. */
const SCALES = ["x", "y", "fx", "fy", "color"] as const;

/**
 * The title, the points of the mark that has most of them, and where each scale goes: by the label that
 * it was given, else by the name of the scale.
 *
 * @param spec As it was drawn; its data have been read.
 * @param drawn The plot that was drawn of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as Plot from "@observablehq/plot";
 * import { headlessDocument } from "./render.ts";
 * const marks = [Plot.ruleY([0]), Plot.dot([[1, 2], [3, 8]])];
 * const drawn = Plot.plot({ marks, document: headlessDocument() }) as Element & Plot.Plot;
 * assert.equal(plotText({ title: "Two", marks }, drawn), "Two\n2 points\nx: 1 to 3\ny: 0 to 8");
 * ```
 */
export function plotText(
  { title = "", marks = [], ...spec }: Omit<Plot.PlotOptions, "title"> & {
    readonly title?: string;
  },
  drawn: Pick<Plot.Plot, "scale">,
): string {
  const shown = SCALES.flatMap((name): Shown[] => {
    const scale = drawn.scale(name);
    const values = [...(scale?.domain ?? [])];
    if (scale === undefined || values.length === 0) return [];
    return [{ name: spec[name]?.label ?? name, kind: kindOf(scale), values }];
  });
  return chartText(title, Math.max(0, ...countsOf(marks)), shown);
}

/** Types of scales whose values are names. */
const NAMING = ["ordinal", "categorical", "point", "band", "threshold"];

function kindOf({ type }: Plot.Scale): Shown["kind"] {
  if (type === "utc" || type === "time") return "time";
  return NAMING.includes(type ?? "linear") ? "name" : "number";
}

/** The data of each mark, also of those that consist of several. */
function countsOf(marks: readonly Plot.Markish[]): number[] {
  return marks.flatMap((mark) => {
    if (Array.isArray(mark)) return countsOf(mark);
    const data = mark !== null && typeof mark === "object" && "data" in mark ? mark.data : null;
    if (data === null || typeof data !== "object") return [];
    if ("length" in data) return [Number(data.length)];
    return Symbol.iterator in data ? [[...data as Iterable<unknown>].length] : [];
  });
}
