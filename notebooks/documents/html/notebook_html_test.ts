import assert from "node:assert/strict";
import { type Cell, parseNotebook } from "../notebook.ts";
import { notebookHtml } from "./notebook_html.ts";

const EXPLORE = parseNotebook(
  await Deno.readTextFile(new URL("../../01_explore.ipynb", import.meta.url)),
);

function page(...cells: Partial<Cell>[]): string {
  return notebookHtml({
    cells: cells.map((cell, i) => ({
      cell_type: "markdown",
      id: `c${i}`,
      metadata: {},
      source: "",
      ...cell,
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  }, "01_a");
}

Deno.test("notebookHtml() shows every picture and all code, and loads and runs nothing", () => {
  const html = notebookHtml(EXPLORE, "01_explore");
  const pictures = EXPLORE.cells.flatMap(({ outputs = [] }) =>
    outputs.filter((output) => "data" in output && "image/svg+xml" in output.data)
  );
  assert.ok(pictures.length > 0);
  assert.equal(
    html.match(/<template shadowrootmode="open"><style>[^<]*<\/style><svg/g)?.length,
    pictures.length,
  );
  assert.doesNotMatch(html, /<script|\ssrc="(?!data:)|<link|\son\w+="/);
  assert.match(html, /content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"/);
  assert.equal(notebookHtml(EXPLORE, "01_explore"), html);
});

Deno.test("notebookHtml() lists headings that differ in their ids, down to the third level", () => {
  const html = page({ source: "# Über <b>uns</b>\n\n## Load\n\n#### Deep" }, { source: "## Load" });
  assert.match(html, /<title>Über uns<\/title>/);
  assert.match(
    html,
    /<nav aria-label="Contents"><ul><li class="level-1"><a href="#%C3%BCber-uns">Über uns<\/a><\/li><li class="level-2"><a href="#load">Load<\/a><\/li><li class="level-2"><a href="#load-1">Load<\/a><\/li><\/ul><\/nav>/,
  );
  assert.match(html, /<h2 id="load-1">Load<\/h2>/);
});

Deno.test("notebookHtml() shows counts, errors, raw text, and a name where there is no heading", () => {
  const error = { output_type: "error", ename: "Error", evalue: "Bad", traceback: [] } as const;
  const html = page(
    { cell_type: "code", source: "f()\n", execution_count: 3, outputs: [error] },
    { cell_type: "raw", source: "<b>" },
  );
  assert.match(html, /<title>01_a<\/title>/);
  assert.match(
    html,
    /<div class="count">\[3\]<\/div><pre><code>.*f.*<\/code><\/pre>\n<div class="outputs"/,
  );
  assert.match(html, /<pre class="error">Error: Bad<\/pre>/);
  assert.match(html, /<section class="raw"><pre>&lt;b&gt;<\/pre><\/section>/);
  assert.doesNotMatch(html, /<nav/);
});
