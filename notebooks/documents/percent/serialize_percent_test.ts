import assert from "node:assert/strict";
import type { Cell, Notebook } from "../notebook.ts";
import { readJupytextReference, withLastLine } from "./jupytext_fixture.ts";
import { writtenMetadata } from "./marker.ts";
import { parsePercent } from "./parse_percent.ts";
import { serializePercent } from "./serialize_percent.ts";

const { written } = await readJupytextReference();

for (const { name, cells, metadata, text } of written) {
  Deno.test(`serializePercent() writes the bytes of jupytext, which are read back: ${name}`, () => {
    assert.equal(serializePercent(notebook(cells, metadata)), text);
    const read = parsePercent(text);
    assert.deepEqual(read.cells.map(told), cells.map(withLastLine).map(told));
    assert.equal(serializePercent(read), text);
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

Deno.test("serializePercent() refuses metadata that would be read back as a title", () => {
  const cell = { cell_type: "code", metadata: { hidden: null }, source: "1" } as const;
  assert.throws(() => serializePercent(notebook([cell], {})), /: its metadata would not$/);
});

function notebook(cells: readonly Omit<Cell, "id">[], metadata: Notebook["metadata"]): Notebook {
  return {
    cells: cells.map((cell, i) => ({ ...cell, id: `x${i}` })),
    metadata,
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function told({ cell_type, metadata, source }: Omit<Cell, "id">) {
  return { cell_type, metadata: writtenMetadata(metadata), source };
}
