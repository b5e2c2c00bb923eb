/** A cell as lines of TypeScript. */
import type { Cell } from "../notebook.ts";
import { escapeMagic } from "./magics.ts";
import { formatMarker } from "./marker.ts";

/** More blank lines after a cell are no work of a person. */
const MAX_GAP = 100;

/**
 * The lines of a cell, with the blank ones that divide it from the next.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "1" } as const;
 * assert.deepEqual(cellLines(cell), ["// %%", "1", ""]);
 * ```
 */
export function cellLines({ cell_type, metadata, source }: Omit<Cell, "id">): string[] {
  const marker = formatMarker({ cellType: cell_type, metadata });
  const blank = Array<string>(gapOf(metadata)).fill("");
  const lines = source.split("\n");
  if (cell_type !== "code") return [marker, ...lines.map(commented), ...blank];
  if (source === "") return [marker, ...blank];
  const indent = /^\s*(?=\S)/.exec(lines[0])?.[0] ?? "";
  return [indent + marker, ...lines.map(escapeMagic), ...blank];
}

/** A line that is no code, as a comment. */
export function commented(line: string): string {
  return line === "" ? "//" : `// ${line}`;
}

/** Takes back what {@linkcode commented} does. */
export function uncommented(line: string): string {
  return line.replace(/^\/\/ ?/, "");
}

function gapOf({ lines_to_next_cell: gap }: Cell["metadata"]): number {
  return Number.isInteger(gap) && Number(gap) >= 0 && Number(gap) <= MAX_GAP ? Number(gap) : 1;
}
