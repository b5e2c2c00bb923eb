import assert from "node:assert/strict";
import type { Cell, Notebook } from "../notebook.ts";
import { parsePercent, serializePercent } from "./percent.ts";
import { writtenMetadata } from "./marker.ts";

interface Reference {
  readonly written: readonly {
    name: string;
    cells: readonly Omit<Cell, "id">[];
    metadata: Notebook["metadata"];
    text: string;
  }[];
  readonly read: readonly {
    name: string;
    text: string;
    cells: readonly Omit<Cell, "id">[];
    again: string;
  }[];
}
const reference: Reference = JSON.parse(
  await Deno.readTextFile(new URL("percent_reference.json", import.meta.url)),
);

for (const { name, cells, metadata, text } of reference.written) {
  Deno.test(`serializePercent() writes the bytes of jupytext: ${name}`, () => {
    assert.equal(serializePercent(notebook(cells, metadata)), ended(text));
  });

  Deno.test(`parsePercent() takes back what serializePercent() wrote: ${name}`, () => {
    const read = parsePercent(ended(text));
    assert.deepEqual(read.cells.map(told), cells.map(withLastLine).map(told));
    assert.equal(serializePercent(read), ended(text));
  });
}

for (const { name, text, cells, again } of reference.read) {
  Deno.test(`parsePercent() reads what jupytext reads: ${name}`, () => {
    const read = parsePercent(text);
    assert.deepEqual(read.cells.map(plain), cells.map(withLastLine));
    assert.equal(serializePercent(read), ended(again));
  });
}

Deno.test("serializePercent() refuses code that would be read back as two cells", () => {
  const source = "const a = `\n// %% not a cell\n`;";
  const cell = { cell_type: "code", metadata: {}, source } as const;
  assert.throws(() => serializePercent(notebook([cell], {})), {
    name: "RangeError",
    message: "Cannot write cell 1 as TypeScript as it must be read back the same: " +
      '"// %% not a cell" would not',
  });
});

Deno.test("parsePercent() reads line ends of Windows, and names a broken header", () => {
  const { cells } = parsePercent("// %%\r\n1\r\n2\r\n");
  assert.equal(cells[0].source, "1\n2");
  assert.throws(() => parsePercent("// ---\n// jupyter:\n//   a: [\n// ---\n"), {
    name: "SyntaxError",
    message: /^Cannot read the header: /,
  });
});

function notebook(
  cells: readonly Omit<Cell, "id">[],
  metadata: Notebook["metadata"],
): Notebook {
  return {
    cells: cells.map((cell, i) => ({ ...cell, id: `x${i}` })),
    metadata,
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function plain({ cell_type, metadata, source }: Omit<Cell, "id">) {
  return { cell_type, metadata, source };
}

function told({ cell_type, metadata, source }: Omit<Cell, "id">) {
  return { cell_type, metadata: writtenMetadata(metadata), source };
}

/** jupytext writes a file's last line end where the text has none. */
function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** Where jupytext reads code and two blank lines, the first is a line of the code for us. */
function withLastLine(cell: Omit<Cell, "id">): Omit<Cell, "id"> {
  const { lines_to_next_cell, ...metadata } = cell.metadata;
  return cell.cell_type === "code" && lines_to_next_cell === 2 &&
      cell.source !== ""
    ? { ...cell, metadata, source: `${cell.source}\n` }
    : cell;
}
