/** The boxes that choose which metrics and parameters a table of runs shows. */

import { html } from "hono/html";
import type { Markup } from "./page_response.ts";
import { columnName, type RunColumn } from "./run_columns.ts";

/**
 * A folded list of boxes, to stand in a form; the hidden field tells "none of them" from "not
 * asked".
 *
 * @param offered The columns to choose from.
 * @param chosen Names of those that are shown now.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const offered = [{ kind: "params", key: "depth" }] as const;
 * const text = String(await columnChoice(offered, new Set(["params.depth"])));
 * assert.match(text, /name="columns" value="params.depth"\s+checked\s*>depth/);
 * ```
 */
export function columnChoice(
  offered: readonly RunColumn[],
  chosen: ReadonlySet<string>,
): Markup {
  if (offered.length === 0) return html``;
  return html`
    <details
      class="columns"><summary>Columns</summary><input type="hidden" name="columns" value="none">${group(
        "Metrics",
        offered.filter(({ kind }) => kind === "metrics"),
        chosen,
      )}${group("Parameters", offered.filter(({ kind }) => kind === "params"), chosen)}</details>
  `;
}

function group(
  title: string,
  columns: readonly RunColumn[],
  chosen: ReadonlySet<string>,
): Markup {
  if (columns.length === 0) return html``;
  return html`<fieldset><legend>${title}</legend>${
    columns.map((column) => {
      const name = columnName(column);
      return html`
        <label><input type="checkbox" name="columns" value="${name}"${chosen.has(name)
          ? html`
            checked
          `
          : ""}>${column.key}</label>
      `;
    })
  }</fieldset>`;
}
