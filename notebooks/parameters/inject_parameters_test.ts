import assert from "node:assert/strict";
import type { Cell, Notebook } from "../documents/mod.ts";
import { injectParameters } from "./inject_parameters.ts";
import { readParameters } from "./parameter.ts";

Deno.test("injectParameters() sets values behind the parameters and notes them", () => {
  const before = notebook([
    code("imports", "import 'a';"),
    code("p", "const a: string = f(), b = 1;\nlet c = ['x'];", "parameters"),
    code("use", "a"),
  ]);
  const parameters = readParameters(before);
  const after = injectParameters(before, parameters, { c: ["y"], a: 'q"\n' });
  assert.deepEqual(after.cells.map(({ id }) => id), ["imports", "p", "injected-parameters", "use"]);
  assert.deepEqual(after.cells[2], {
    cell_type: "code",
    id: "injected-parameters",
    metadata: { tags: ["injected-parameters"] },
    source: '// Parameters\nconst a: string = "q\\"\\n";\nlet c = ["y"];',
    execution_count: null,
    outputs: [],
  });
  assert.deepEqual(after.metadata, {
    kernelspec: { name: "deno" },
    wattbook: { other: 1, parameters: { c: ["y"], a: 'q"\n' } },
  });
  assert.deepEqual(before.cells.length, 3);
});

Deno.test("injectParameters() takes the place of what was injected before", () => {
  const before = notebook([
    code("p", "const a = 1;", "parameters"),
    code("first", "// Parameters\nconst a = 2;", "injected-parameters"),
    code("injected-parameters", "a"),
  ]);
  const { cells } = injectParameters(before, readParameters(before), { a: 3 });
  assert.deepEqual(cells.map(({ id, source }) => [id, source]), [
    ["p", "const a = 1;"],
    ["injected-parameters-2", "// Parameters\nconst a = 3;"],
    ["injected-parameters", "a"],
  ]);
});

Deno.test("injectParameters() of no values is the same notebook", () => {
  const same = notebook([code("p", "const a = 1;", "parameters")]);
  assert.equal(injectParameters(same, readParameters(same), {}), same);
});

function notebook(cells: Cell[]): Notebook {
  const metadata = { kernelspec: { name: "deno" }, wattbook: { other: 1 } };
  return { cells, metadata, nbformat: 4, nbformat_minor: 5 };
}

function code(id: string, source: string, ...tags: string[]): Cell {
  return { cell_type: "code", id, metadata: tags.length > 0 ? { tags } : {}, source };
}
