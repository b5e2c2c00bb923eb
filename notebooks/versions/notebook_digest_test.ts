import assert from "node:assert/strict";
import type { Cell, Notebook } from "../documents/mod.ts";
import { notebookDigest } from "./notebook_digest.ts";

// printf '%s' '[["markdown","# A"],["code","1"]]' | sha256sum
const DIGEST = "e183f8b062efe526ac2b7b396da7563ccc2b7664212852739ef43962f31c1c15";
const title: Cell = { cell_type: "markdown", id: "a", metadata: {}, source: "# A" };
const code: Cell = { cell_type: "code", id: "b", metadata: {}, source: "1" };

Deno.test("notebookDigest() is the same for a notebook and its executed copies", async () => {
  assert.equal(await notebookDigest(notebook([title, code])), DIGEST);
  const injected = { ...code, id: "c", metadata: { tags: ["injected-parameters"] }, source: "2" };
  const executed: Cell = {
    ...code,
    execution_count: 7,
    outputs: [{ output_type: "stream", name: "stdout", text: "1" }],
    metadata: { tags: ["parameters"] },
  };
  assert.equal(await notebookDigest(notebook([title, injected, executed])), DIGEST);
});

Deno.test("notebookDigest() tells texts, types and the order of cells apart", async () => {
  const others = [[code, title], [title], [title, { ...code, source: "1 " }], [code, code]];
  const digests = await Promise.all(others.map((cells) => notebookDigest(notebook(cells))));
  assert.equal(new Set([DIGEST, ...digests]).size, others.length + 1);
});

function notebook(cells: readonly Cell[]): Notebook {
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}
