import assert from "node:assert/strict";
import type { CellChange, OutputChange } from "../differences/compare_notebooks.ts";
import { lineChanges } from "../differences/line_changes.ts";
import type { Output } from "../output.ts";
import { changesHtml } from "./changes_html.ts";

const names = { before: "a.ipynb", after: "b.ipynb" };
const cell = { cell_type: "code", id: "load", metadata: {}, source: "" } as const;

function change(part: Partial<CellChange>): CellChange {
  const placed = { position: 1, cell };
  return { before: placed, after: placed, source: [], metadata: [], outputs: [], ...part };
}

function picture(png: string): Output {
  return { output_type: "display_data", data: { "image/png": png }, metadata: {} };
}

Deno.test("changesHtml() marks lines of code that are gone or new, and escapes them", () => {
  const source = lineChanges("a < b;", "a > b;");
  const page = changesHtml({ metadata: [], cells: [change({ source })] }, names);
  assert.match(
    page,
    /<pre class="changes"><span class="gone">- a &lt; b;<\/span><span class="new">\+ a &gt; b;<\/span><\/pre>/,
  );
  assert.match(page, /<h2 id="change-1">cell 1 \(load\), code: changed<\/h2>/);
});

Deno.test("changesHtml() shows both pictures, or that there was none", () => {
  const show = (output: Omit<OutputChange, "kinds">) =>
    changesHtml({
      metadata: [],
      cells: [change({ outputs: [{ ...output, kinds: { "image/png": lineChanges("5", "6") } }] })],
    }, names);
  const both = show({ before: picture("AAAA"), after: picture("BBBB") });
  assert.deepEqual([...both.matchAll(/base64,(\w+)/g)].map(([, data]) => data), ["AAAA", "BBBB"]);
  assert.match(show({ after: picture("BBBB") }), /<figcaption>before<\/figcaption>.*>none</);
});

Deno.test("changesHtml() shows other outputs as lines, with their kind", () => {
  const outputs = [{ kinds: { stdout: lineChanges("1", "2") } }];
  const page = changesHtml({ metadata: [], cells: [change({ outputs })] }, names);
  assert.match(page, /<p>Output, stdout<\/p>\n<pre class="changes"><span class="gone">- 1<\/span>/);
});
