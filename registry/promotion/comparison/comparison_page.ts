/** A comparison as one HTML file that needs nothing else. */

import { withShortDigests } from "../markdown_table.ts";
import type { Comparison } from "./compare_sides.ts";
import { type Section, sectionsOf } from "./sections.ts";

/**
 * The comparison as a page for light and dark, for screens and phones: a wide table scrolls by
 * itself, under a first column that stays.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { compareSides } from "./compare_sides.ts";
 * const side = { title: "version 1", aliases: [], params: {}, metrics: {}, data: {}, byMeter: {} };
 * const page = comparisonPage(compareSides("<b>", side, { ...side, title: "version 2" }));
 * assert.match(page, /<h1>&lt;b&gt;: version 1 and version 2<\/h1>/);
 * ```
 */
export function comparisonPage(comparison: Comparison): string {
  const { name, a, b } = comparison;
  const title = escaped(`${name}: ${a.title} and ${b.title}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 1rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.85rem; }
th, td { padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; border-bottom: 1px solid #8886; }
th:first-child, td:first-child { position: sticky; left: 0; background: Canvas; }
td { max-width: 20rem; overflow-wrap: break-word; }
.number { text-align: right; white-space: nowrap; }
</style>
<h1>${title}</h1>
${sectionsOf(comparison).map(sectionText).join("\n")}
</html>
`;
}

function sectionText({ title, notes, columns, rows }: Section): string {
  const head = `<h2>${escaped(title)}</h2>
${notes.map((note) => `<p>${escaped(note)}</p>`).join("\n")}`;
  if (columns.length === 0) return head;
  const cell = (tag: "th" | "td", text: string, i: number) =>
    `<${tag}${columns[i].endsWith(":") ? ' class="number"' : ""}>${escaped(text)}</${tag}>`;
  const line = (tag: "th" | "td", cells: readonly string[]) =>
    `<tr>${cells.map((text, i) => cell(tag, text, i)).join("")}</tr>`;
  return `${head}
<div class="wide"><table>
<thead>${line("th", columns.map((column) => column.replace(/:$/, "")))}</thead>
<tbody>
${rows.map((cells) => line("td", cells)).join("\n")}
</tbody>
</table></div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return withShortDigests(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]);
}
