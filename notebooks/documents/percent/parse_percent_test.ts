import assert from "node:assert/strict";
import { readJupytextReference, withLastLine } from "./jupytext_fixture.ts";
import { parsePercent } from "./parse_percent.ts";
import { serializePercent } from "./serialize_percent.ts";

const { read } = await readJupytextReference();

for (const { name, text, cells, again } of read) {
  Deno.test(`parsePercent() reads what jupytext reads, and writes what it writes: ${name}`, () => {
    const notebook = parsePercent(text);
    const plain = notebook.cells.map(({ cell_type, metadata, source }) => (
      { cell_type, metadata, source }
    ));
    assert.deepEqual(plain, cells.map(withLastLine));
    assert.equal(serializePercent(notebook), again);
  });
}

Deno.test("parsePercent() reads line ends of Windows, and names a broken header", () => {
  const { cells } = parsePercent("// %%\r\n1\r\n2\r\n");
  assert.equal(cells[0].source, "1\n2");
  assert.throws(() => parsePercent("// ---\n// jupyter:\n//   a: [\n// ---\n"), {
    name: "SyntaxError",
    message: /^Cannot read the header: /,
  });
});

Deno.test("parsePercent() takes a text without a header for one of the Deno kernel", () => {
  const { metadata } = parsePercent("// %%\n1\n");
  assert.deepEqual(metadata.kernelspec, {
    display_name: "Deno",
    language: "typescript",
    name: "deno",
  });
});
