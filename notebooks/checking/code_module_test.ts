import assert from "node:assert/strict";
import { codeModule } from "./code_module.ts";

Deno.test("codeModule() knows of every line its cell and place, Markdown counted", () => {
  const code = { cell_type: "code", metadata: {}, outputs: [], execution_count: null } as const;
  const { text, places } = codeModule({
    cells: [
      { ...code, id: "a", source: "\nlet a = 1\n" },
      { cell_type: "markdown", id: "b", metadata: {}, source: "let b;" },
      { ...code, id: "c", source: "(a)" },
    ],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  });
  assert.deepEqual(text.split("\n"), ["", "let a = 1", ";", "(a)", ";", "export {};", ""]);
  assert.deepEqual(places, [
    { cell: 1, line: 1 },
    { cell: 1, line: 2 },
    undefined,
    { cell: 3, line: 1 },
    undefined,
  ]);
});
