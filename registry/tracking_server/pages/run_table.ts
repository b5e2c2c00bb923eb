/** The table of runs: one row a run, columns to order by, boxes to compare. */

import { html } from "hono/html";
import type { RunRecord } from "../records/runs.ts";
import { parseOrders } from "../search/order.ts";
import { runOrderKey } from "../search/run_filter.ts";
import { TrackingError } from "../tracking_error.ts";
import { alignedNumbers } from "./aligned_numbers.ts";
import { pageHref } from "./links.ts";
import { deletedMark, statusMark } from "./marks.ts";
import type { Markup } from "./page_response.ts";
import { durationText, momentText } from "./quantities.ts";
import { columnOrderKey, type RunColumn } from "./run_columns.ts";
import { runTitle } from "./run_title.ts";

/** What the table shows. */
export interface RunTableFacts {
  readonly runs: readonly RunRecord[];
  readonly columns: readonly RunColumn[];
  /** The clause that the runs are ordered by; empty for the search's own order. */
  readonly order: string;
  /** The address of the same runs in another order. */
  readonly orderHref: (order: string) => string;
}

/** A parameter's text is cut to this in a cell; the run's page has all of it. */
const longestCell = 80;

/**
 * The table. A heading orders by its column: numbers from the largest, again from the smallest.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const facts = { runs: [], columns: [], order: "", orderHref: (order: string) => `?order=${order}` };
 * assert.match(String(await runTable(facts)), /<a href="\?order=attributes.run_name ASC">Run<\/a>/);
 * ```
 */
export function runTable({ runs, columns, order, orderHref }: RunTableFacts): Markup {
  const now = orderOf(order);
  const cells = columns.map((column) => columnCells(runs, column));
  function heading(text: string, clause: string | undefined, first: "ASC" | "DESC", look: string) {
    if (clause === undefined) return html`<th scope="col" class="${look}">${text}</th>`;
    const asked = orderOf(clause);
    const current = now !== undefined && now.type === asked?.type && now.key === asked?.key
      ? now
      : undefined;
    const next = current === undefined ? first : current.ascending ? "DESC" : "ASC";
    const link = html`<a href="${orderHref(`${clause} ${next}`)}">${text}</a>`;
    return current === undefined
      ? html`<th scope="col" class="${look}">${link}</th>`
      : html`<th scope="col" class="${look}" aria-sort="${
        current.ascending ? "ascending" : "descending"
      }">${link}</th>`;
  }
  return html`
    <div class="wide" role="region" aria-label="Runs" tabindex="0">
      <table class="runs">
        <thead>
          <tr><th scope="col" class="tick"><span class="unseen">Compare</span></th>${heading(
            "Run",
            "attributes.run_name",
            "ASC",
            "name",
          )}${heading("Status", "attributes.status", "ASC", "")}${heading(
            "Started",
            "attributes.start_time",
            "DESC",
            "",
          )}<th scope="col" class="number">Duration</th>${columns.map((column) =>
            heading(
              column.key,
              columnOrderKey(column),
              column.kind === "metrics" ? "DESC" : "ASC",
              column.kind === "metrics" ? "number" : "param",
            )
          )}</tr>
        </thead>
        <tbody>${runs.map((run, i) => row(run, cells.map((column) => column[i])))}</tbody>
      </table>
    </div>
  `;
}

function row({ info }: RunRecord, cells: readonly Markup[]): Markup {
  const { run_id, status, lifecycle_stage, start_time, end_time } = info;
  return html`<tr><td class="tick"><input type="checkbox" name="run" value="${run_id}" aria-label="Compare ${
    runTitle(info)
  }"></td><th scope="row" class="name"><a href="${pageHref("run", { id: run_id })}">${
    runTitle(info)
  }</a>${deletedMark(lifecycle_stage)}</th><td>${statusMark(status)}</td><td class="time">${
    momentText(start_time)
  }</td><td class="number time">${
    end_time === undefined ? "" : durationText(end_time - start_time)
  }</td>${cells}</tr>`;
}

/** The cells of one column, from the first run to the last. */
function columnCells(runs: readonly RunRecord[], { kind, key }: RunColumn): Markup[] {
  if (kind === "metrics") {
    const values = runs.map(({ data }) =>
      data.metrics?.find((metric) => metric.key === key)?.value
    );
    return alignedNumbers(values).map((text) => html`<td class="number">${text}</td>`);
  }
  return runs.map(({ data }) => {
    const text = data.params?.find((param) => param.key === key)?.value ?? "";
    return html`<td class="param">${cut(text)}</td>`;
  });
}

function cut(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell)}…`;
}

/** The key of an order clause; none when the clause is wrong, which the search itself tells. */
function orderOf(clause: string) {
  if (clause === "") return undefined;
  try {
    return parseOrders([clause], runOrderKey)[0];
  } catch (error) {
    if (error instanceof TrackingError) return undefined;
    throw error;
  }
}
