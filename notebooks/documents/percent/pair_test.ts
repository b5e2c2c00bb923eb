import assert from "node:assert/strict";
import { parseNotebook, serializeNotebook } from "../notebook.ts";
import { pairWithText } from "./pair.ts";
import { serializePercent } from "./serialize_percent.ts";

const EXPLORE = parseNotebook(
  await Deno.readTextFile(new URL("../../01_explore.ipynb", import.meta.url)),
);
const output = { output_type: "stream", name: "stdout", text: "1\n" } as const;
const NOTEBOOK = {
  cells: [
    { cell_type: "markdown", id: "title", metadata: { collapsed: true }, source: "# A" },
    {
      cell_type: "code",
      id: "load",
      metadata: { tags: ["x"], scrolled: true },
      source: "const load = read(file);\nconsole.log(load.length);",
      execution_count: 3,
      outputs: [output],
    },
    {
      cell_type: "code",
      id: "end",
      metadata: {},
      source: "1",
      execution_count: 4,
      outputs: [output],
    },
  ],
  metadata: { kernelspec: { name: "deno" }, language_info: { name: "typescript" } },
  nbformat: 4,
  nbformat_minor: 5,
} as const;

Deno.test("pairWithText() of a notebook's own text is the notebook, byte for byte", () => {
  for (const notebook of [EXPLORE, NOTEBOOK]) {
    const paired = pairWithText(notebook, serializePercent(notebook));
    assert.equal(serializeNotebook(paired), serializeNotebook(notebook));
  }
});

Deno.test("pairWithText() keeps id and unwritten metadata of changed code, not its outputs", () => {
  const text = serializePercent(NOTEBOOK).replace("read(file)", "read(other)");
  const { cells, metadata } = pairWithText(NOTEBOOK, text);
  assert.deepEqual(metadata, NOTEBOOK.metadata);
  assert.deepEqual(cells[0], NOTEBOOK.cells[0]);
  assert.deepEqual(cells[1], {
    ...NOTEBOOK.cells[1],
    source: "const load = read(other);\nconsole.log(load.length);",
    execution_count: null,
    outputs: [],
  });
  assert.deepEqual(cells[2], NOTEBOOK.cells[2]);
});

Deno.test("pairWithText() keeps outputs where tags alone were changed", () => {
  const text = serializePercent(NOTEBOOK).replace('tags=["x"]', 'tags=["parameters"]');
  assert.deepEqual(pairWithText(NOTEBOOK, text).cells[1], {
    ...NOTEBOOK.cells[1],
    metadata: { scrolled: true, tags: ["parameters"] },
  });
});

Deno.test("pairWithText() takes cells out and in, with ids that differ", () => {
  const text = serializePercent(NOTEBOOK)
    .replace(/\/\/ %% tags[^]*?(?=\/\/ %%\n)/, "// %%\nnothing(alike);\n\n");
  const taken = { ...NOTEBOOK, cells: [{ ...NOTEBOOK.cells[0], id: "cell-2" }, NOTEBOOK.cells[2]] };
  assert.deepEqual(pairWithText(taken, text).cells.map(({ id, source }) => [id, source]), [
    ["cell-2", "# A"],
    ["cell-2-2", "nothing(alike);"],
    ["end", "1"],
  ]);
});
