import assert from "node:assert/strict";
import { formatHeader, parseHeader } from "./header.ts";

Deno.test("formatHeader() and parseHeader() are each other's inverse, but for what stays unwritten", () => {
  const kernelspec = { display_name: "Deno: 2", language: "typescript", name: "deno" };
  const header = { metadata: { kernelspec, orphan: true }, frontMatter: ["title: A"] };
  const lines = formatHeader({
    ...header,
    metadata: { ...header.metadata, language_info: { name: "typescript" } },
  }).map((line) => `// ${line}`);
  assert.deepEqual(parseHeader([...lines, "", "// %%"]), { header, length: lines.length + 1 });
  assert.ok(lines.includes("//     display_name: 'Deno: 2'"));
});

Deno.test("parseHeader() takes a comment that is no header as none", () => {
  const none = { metadata: { jupytext: { notebook_metadata_filter: "-all" } } };
  for (const lines of [["// text"], ["// ---", "// title: A"], ["// ---", "1", "// ---"], [""]]) {
    assert.deepEqual(parseHeader(lines), { header: none, length: 0 });
  }
});

Deno.test("parseHeader() drops the format and keeps other options of jupytext", () => {
  const lines = ["---", "jupyter:", "  jupytext:", "    formats: ipynb,ts:percent"];
  const format = ["    text_representation:", "      extension: .ts", "---"];
  const { header } = parseHeader([...lines, ...format].map((line) => `// ${line}`));
  assert.deepEqual(header.metadata, { jupytext: { formats: "ipynb,ts:percent" } });
});
