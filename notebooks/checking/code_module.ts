/** The code of a notebook as one TypeScript module. */
import type { Notebook } from "../documents/mod.ts";

/** A place in a cell, both counted from 1. */
export interface CellLine {
  readonly cell: number;
  readonly line: number;
}

/** A module and where its lines come from. */
export interface CodeModule {
  readonly text: string;
  /** Of each line of the text; absent of lines that divide cells. */
  readonly places: readonly (CellLine | undefined)[];
}

/**
 * All code cells in order. Where one ends without a semicolon, the next still begins a statement of
 * its own.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", metadata: {}, outputs: [], execution_count: null } as const;
 * const cells = [{ ...cell, id: "a", source: "f()" }, { ...cell, id: "b", source: "`b`" }];
 * const { text, places } = codeModule({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
 * assert.equal(text, "f()\n;\n`b`\n;\nexport {};\n");
 * assert.deepEqual(places[2], { cell: 2, line: 1 });
 * ```
 */
export function codeModule({ cells }: Notebook): CodeModule {
  const lines: string[] = [];
  const places: (CellLine | undefined)[] = [];
  for (const [i, { cell_type, source }] of cells.entries()) {
    if (cell_type !== "code") continue;
    for (const [j, line] of source.replace(/\n$/, "").split("\n").entries()) {
      lines.push(line);
      places.push({ cell: i + 1, line: j + 1 });
    }
    lines.push(";");
    places.push(undefined);
  }
  return { text: [...lines, "export {};", ""].join("\n"), places };
}
