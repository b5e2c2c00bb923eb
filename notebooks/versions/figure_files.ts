/** The pictures that a notebook displays, as files. */
import type { Notebook } from "../documents/mod.ts";

/** Types of pictures, the one to keep first, and the ends of their file names. */
const PICTURES = [
  ["image/svg+xml", "svg"],
  ["image/png", "png"],
  ["image/jpeg", "jpg"],
] as const;

/**
 * Every picture among the outputs by a name that tells its cell, from 1, and its place among the
 * pictures of the cell: `cell_03_1.svg`. Of a picture in several types the SVG is kept.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const data = { "image/svg+xml": "<svg/>" };
 * const output = { output_type: "display_data", data, metadata: {} } as const;
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "", outputs: [output] } as const;
 * const files = figureFiles({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
 * assert.deepEqual([...files.keys()], ["cell_01_1.svg"]);
 * ```
 */
export function figureFiles({ cells }: Notebook): Map<string, Uint8Array<ArrayBuffer>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const digits = Math.max(2, String(cells.length).length);
  for (const [index, { outputs = [] }] of cells.entries()) {
    const cell = String(index + 1).padStart(digits, "0");
    let count = 0;
    for (const output of outputs) {
      const data = "data" in output ? output.data : {};
      const picture = PICTURES.find(([type]) => typeof data[type] === "string");
      if (picture === undefined) continue;
      const [type, end] = picture;
      const text = data[type] as string;
      files.set(
        `cell_${cell}_${++count}.${end}`,
        end === "svg" ? new TextEncoder().encode(text) : Uint8Array.fromBase64(text),
      );
    }
  }
  return files;
}
