/** What jupytext writes and reads, frozen by percent_reference.py. */
import type { Cell, Notebook } from "../notebook.ts";

type PlainCell = Omit<Cell, "id">;

/** The frozen notebooks and texts. */
export interface JupytextReference {
  /** Notebooks and the text that jupytext makes of them. */
  readonly written: readonly {
    readonly name: string;
    readonly cells: readonly PlainCell[];
    readonly metadata: Notebook["metadata"];
    readonly text: string;
  }[];
  /** Texts, the cells that jupytext reads, and the text that it makes of those. */
  readonly read: readonly {
    readonly name: string;
    readonly text: string;
    readonly cells: readonly PlainCell[];
    readonly again: string;
  }[];
}

/** Reads what was frozen. */
export async function readJupytextReference(): Promise<JupytextReference> {
  const { written, read }: JupytextReference = JSON.parse(
    await Deno.readTextFile(new URL("percent_reference.json", import.meta.url)),
  );
  return {
    written: written.map((one) => ({ ...one, text: ended(one.text) })),
    read: read.map((one) => ({ ...one, again: ended(one.again) })),
  };
}

/** jupytext ends a file by a line end where its text has none. */
function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** Where jupytext reads code and two blank lines, the first is a line of the code for us. */
export function withLastLine(cell: PlainCell): PlainCell {
  const { lines_to_next_cell, ...metadata } = cell.metadata;
  return cell.cell_type === "code" && lines_to_next_cell === 2 && cell.source !== ""
    ? { ...cell, metadata, source: `${cell.source}\n` }
    : cell;
}
