/** A table as HTML for a notebook. */
import { columnSummary } from "./column_summary.ts";
import { escapeHtml } from "./escape_html.ts";
import type { Table } from "./table.ts";
import { headFormat, headTimes, tableHead } from "./table_head.ts";

const MOST_COLUMNS = 40;

/** Inline, as a notebook that is not trusted loses style sheets; colours are the page's own. */
const styles = {
  frame: "overflow-x:auto;margin:0.4em 0",
  caption: "font-size:0.9em;opacity:0.7;margin-bottom:0.3em",
  table: "border-collapse:collapse;margin:0;font-size:0.9em;color:inherit",
  name: "padding:0.25em 0.7em 0",
  summary: "padding:0 0.7em 0.35em;font-weight:normal;vertical-align:bottom;line-height:1.35;" +
    "white-space:nowrap",
  type: "padding:0 0.7em;font-weight:normal;opacity:0.6;font-size:0.85em",
  cell: "padding:0.15em 0.7em;white-space:nowrap;font-variant-numeric:tabular-nums",
} as const;

/**
 * The number of rows, and per column its name, type, summary of all rows and first values: at most
 * 40 columns, ten rows and 60 characters a value. No script, no style sheet, no colour of its own.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./from_rows.ts";
 * const html = tableHtml(table([{ "a < b": "<script>" }]));
 * assert.match(html, /a &lt; b/);
 * assert.doesNotMatch(html, /<script>/);
 * ```
 */
export function tableHtml(
  table: Pick<Table<unknown>, "columns" | "rows" | "numbers" | "texts">,
): string {
  const head = tableHead(table, MOST_COLUMNS);
  const align = head.columns.map(({ kind }) => `text-align:${kind === "text" ? "left" : "right"}`);
  const summaries = head.columns.map((column, i) =>
    // All rows are seen: a summary would only repeat them.
    head.values.length === table.rows
      ? { lines: [], picture: "", times: [] }
      : columnSummary(table, column, column.kind === "time" ? headTimes(head.values, i) : [])
  );
  const formats = head.columns.map((_, i) => headFormat(head, i, summaries[i].times));
  const names = head.columns.map(({ name }, i) =>
    `<th style="${styles.name};${align[i]}">${escapeHtml(name)}</th>`
  );
  const types = head.columns.map(({ type }, i) =>
    `<th style="${styles.type};${align[i]}">${escapeHtml(type)}</th>`
  );
  const about = summaries.map(({ picture, lines }, i) => {
    const parts = [...(picture === "" ? [] : [picture]), ...lines.map(escapeHtml)];
    return `<th style="${styles.summary};${align[i]}">${parts.join("<br>")}</th>`;
  });
  const heads = [names, types, ...(summaries.some(({ lines }) => lines.length > 0) ? [about] : [])];
  const rows = head.values.map((row) =>
    `<tr>${
      row.map((value, i) =>
        `<td style="${styles.cell};${align[i]}">${escapeHtml(formats[i](value))}</td>`
      ).join("")
    }</tr>`
  );
  return `<div style="${styles.frame}"><div style="${styles.caption}">${head.caption}</div>` +
    `<table style="${styles.table}"><thead>${
      heads.map((cells) => `<tr>${cells.join("")}</tr>`).join("")
    }` +
    `</thead><tbody>${rows.join("")}</tbody></table></div>`;
}
