import assert from "node:assert/strict";
import { readJupytextReference, withLastLine } from "./jupytext_fixture.ts";

Deno.test("readJupytextReference() has cases of every type of cell, and whole files", async () => {
  const { written, read } = await readJupytextReference();
  const types = new Set(written.flatMap(({ cells }) => cells.map(({ cell_type }) => cell_type)));
  assert.deepEqual(types, new Set(["code", "markdown", "raw"]));
  assert.ok(written.length > 10 && read.length > 10);
  const whole = [...written.map(({ text }) => text), ...read.map(({ again }) => again)];
  for (const text of whole) assert.ok(text.endsWith("\n"));
});

Deno.test("withLastLine() changes code before two blank lines alone", () => {
  const cell = {
    cell_type: "code",
    metadata: { lines_to_next_cell: 2, a: 1 },
    source: "1",
  } as const;
  assert.deepEqual(withLastLine(cell), { ...cell, metadata: { a: 1 }, source: "1\n" });
  for (const other of [{ ...cell, source: "" }, { ...cell, cell_type: "raw" as const }]) {
    assert.equal(withLastLine(other), other);
  }
});
