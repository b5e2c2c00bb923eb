/** A notebook as one static page. */
import type { Cell, Notebook } from "../notebook.ts";
import { escapeHtml } from "./escape_html.ts";
import { highlight } from "./highlight.ts";
import { type Heading, renderMarkdown } from "./markdown.ts";
import { outputHtml } from "./output_html.ts";
import { pageHtml } from "./page_html.ts";

/**
 * The page of a notebook, with its contents: no script, no address but links, the same bytes for the
 * same notebook. Outputs are as `outputHtml()` shows them, apart from the page by shadow roots, for
 * which browsers of 2024 or later are needed.
 *
 * @param name Title of a notebook without a heading.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "markdown", id: "a", metadata: {}, source: "# Load" } as const;
 * const page = notebookHtml({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, "01_load");
 * assert.match(page, /<title>Load<\/title>/);
 * ```
 */
export function notebookHtml({ cells }: Notebook, name: string): string {
  const taken = new Set<string>();
  const headings: Heading[] = [];
  const sections = cells.map((cell) => {
    if (cell.cell_type === "code") return codeSection(cell);
    if (cell.cell_type === "raw") return section("raw", `<pre>${escapeHtml(cell.source)}</pre>`);
    const attachments =
      (cell as { attachments?: Record<string, Record<string, unknown>> }).attachments;
    const rendered = renderMarkdown(cell.source, {
      attachments,
      headingId: (text) => newId(text, taken),
    });
    headings.push(...rendered.headings);
    return section("markdown", rendered.html);
  });
  const title = headings[0]?.text || name;
  const contents = headings.filter(({ level }) => level <= 3);
  return pageHtml({ title, contents, main: sections.join("\n") });
}

function codeSection({ source, execution_count, outputs = [] }: Cell): string {
  const count = execution_count === null || execution_count === undefined
    ? ""
    : `<div class="count">[${execution_count}]</div>`;
  const code = source.trim() === ""
    ? ""
    : `<pre><code>${highlight(source.replace(/\n$/, ""), "typescript")}</code></pre>`;
  const shown = outputs.length === 0
    ? ""
    : `\n<div class="outputs" tabindex="0">${outputs.map(outputHtml).join("\n")}</div>`;
  return section("code", count + code + shown);
}

function section(kind: string, html: string): string {
  return `<section class="${kind}">${html.trimEnd()}</section>`;
}

/** As code hosts make them of headings. */
function newId(text: string, taken: Set<string>): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replace(/\s+/g, "-");
  let id = words || "section";
  for (let i = 1; taken.has(id); i++) id = `${words || "section"}-${i}`;
  taken.add(id);
  return id;
}
