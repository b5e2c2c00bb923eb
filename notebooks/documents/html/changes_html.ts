/** What differs between two notebooks, as a static page. */
import { changeTitle } from "../differences/changes_text.ts";
import type {
  CellChange,
  NotebookChanges,
  OutputChange,
} from "../differences/compare_notebooks.ts";
import { type LineChange, tellChanges } from "../differences/line_changes.ts";
import type { Output } from "../output.ts";
import { escapeHtml } from "./escape_html.ts";
import type { Heading } from "./markdown.ts";
import { outputHtml } from "./output_html.ts";
import { pageHtml } from "./page_html.ts";

/** What the notebooks are called. */
export interface ChangesHtmlOptions {
  readonly before: string;
  readonly after: string;
}

const MAX_OUTPUT_LINES = 60;

/**
 * The page of changes: lines of code as a diff; pictures, tables and Markdown of both sides beside one
 * another, cleared as in `notebookHtml()`; other outputs as a diff.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const page = changesHtml({ metadata: [], cells: [] }, { before: "a", after: "b" });
 * assert.match(page, /<h1>a → b<\/h1>\s*<p>The notebooks are the same\.<\/p>/);
 * ```
 */
export function changesHtml(
  { metadata, cells }: NotebookChanges,
  { before, after }: ChangesHtmlOptions,
): string {
  const title = `${before} → ${after}`;
  const headings = cells.map((change, i): Heading => (
    { level: 2, text: changeTitle(change), id: `change-${i + 1}` }
  ));
  const sections = [
    `<h1>${escapeHtml(title)}</h1>`,
    ...(metadata.length + cells.length === 0 ? ["<p>The notebooks are the same.</p>"] : []),
    ...(metadata.length > 0 ? [`<h2>Metadata of the notebook</h2>`, linesHtml(metadata)] : []),
    ...cells.map((change, i) => cellHtml(change, headings[i])),
  ];
  return pageHtml({ title, contents: headings, main: sections.join("\n") });
}

function cellHtml({ source, metadata, outputs }: CellChange, { text, id }: Heading): string {
  return [
    `<section><h2 id="${id}">${escapeHtml(text)}</h2>`,
    linesHtml(source),
    ...(metadata.length > 0 ? ["<p>Metadata</p>", linesHtml(metadata)] : []),
    ...outputs.map(outputChangeHtml),
    "</section>",
  ].filter((part) => part !== "").join("\n");
}

function outputChangeHtml({ before, after, kinds }: OutputChange): string {
  // What people look at is shown as they see it; the rest, and text, as lines.
  if (Object.keys(kinds).some((kind) => /^(image\/|text\/(html|markdown)$)/.test(kind))) {
    return `<div class="sides">${sideHtml("before", before)}${sideHtml("after", after)}</div>`;
  }
  return Object.entries(kinds)
    .map(([kind, lines]) =>
      `<p>Output, ${escapeHtml(kind)}</p>\n${linesHtml(lines, MAX_OUTPUT_LINES)}`
    )
    .join("\n");
}

function sideHtml(side: string, output: Output | undefined): string {
  const shown = output === undefined ? '<p class="absent">none</p>' : outputHtml(output);
  return `<figure><figcaption>${side}</figcaption><div class="outputs">${shown}</div></figure>`;
}

function linesHtml(changes: readonly LineChange[], maxLines = Infinity): string {
  if (changes.length === 0) return "";
  const lines = tellChanges(changes, { context: 3, maxLines }).map((line) => {
    const name = { "-": ' class="gone"', "+": ' class="new"' }[line[0]] ?? "";
    return `<span${name}>${escapeHtml(line)}</span>`;
  });
  return `<pre class="changes">${lines.join("")}</pre>`;
}
