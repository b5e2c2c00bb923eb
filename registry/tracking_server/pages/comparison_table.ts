/** Runs side by side: a column a run, a row a metric or parameter. */

import { html } from "hono/html";
import type { RunRecord } from "../records/runs.ts";
import { alignedNumbers } from "./aligned_numbers.ts";
import { pageHref } from "./links.ts";
import { deletedMark, statusMark } from "./marks.ts";
import type { Markup } from "./page_response.ts";
import { count, durationText, momentText } from "./quantities.ts";
import { runTitle } from "./run_title.ts";

/** The value of a key in each run; undefined where a run lacks it. */
interface ComparedRow<Value> {
  readonly key: string;
  readonly values: readonly (Value | undefined)[];
}

/**
 * The letter that stands for a run of a comparison.
 *
 * @param run Its place, from 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(runLetter(2), "C");
 * ```
 */
export function runLetter(run: number): string {
  return String.fromCharCode(65 + run);
}

/**
 * The table; rows in which runs differ, a value that one of them lacks included, are marked.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(String(await comparisonTable([])), /<table\s+class="comparison"/);
 * ```
 */
export function comparisonTable(runs: readonly RunRecord[]): Markup {
  return html`
    <div class="wide" role="region" aria-label="Comparison" tabindex="0">
      <table
        class="comparison"><thead><tr><th scope="col"><span class="unseen">What</span></th>${runs
          .map(({ info }, i) =>
            html`
              <th
                scope="col"><span class="letter line-${i}"><svg viewBox="0 0 24 8" aria-hidden="true"><path d="M1 4h22"/></svg>${runLetter(
                  i,
                )}</span> <a href="${pageHref("run", { id: info.run_id })}">${runTitle(
                  info,
                )}</a>${deletedMark(info.lifecycle_stage)}</th>
            `
          )}</tr></thead><tbody>${factRow(
            "Status",
            runs.map(({ info }) => statusMark(info.status)),
          )}${factRow("Started", runs.map(({ info }) => momentText(info.start_time)))}${factRow(
            "Duration",
            runs.map(({ info }) => duration(info)),
          )}</tbody>${group(
            "Metrics",
            rowsOf(runs, ({ data }) => data.metrics ?? []),
            alignedNumbers,
          )}${group(
            "Parameters",
            rowsOf(runs, ({ data }) => data.params ?? []),
            (values) => [...values],
          )}</table>
    </div>
  `;
}

function duration({ start_time, end_time }: RunRecord["info"]): string {
  return end_time === undefined ? "–" : durationText(end_time - start_time);
}

function rowsOf<Value>(
  runs: readonly RunRecord[],
  pairsOf: (run: RunRecord) => readonly { readonly key: string; readonly value: Value }[],
): ComparedRow<Value>[] {
  const byRun = runs.map((run) => new Map(pairsOf(run).map(({ key, value }) => [key, value])));
  const keys = [...new Set(byRun.flatMap((values) => [...values.keys()]))].sort();
  return keys.map((key) => ({ key, values: byRun.map((values) => values.get(key)) }));
}

function group<Value>(
  title: string,
  rows: readonly ComparedRow<Value>[],
  written: (values: readonly (Value | undefined)[]) => readonly (string | undefined)[],
): Markup {
  if (rows.length === 0) return html``;
  const differing = rows.filter(({ values }) => differ(values)).length;
  return html`<tbody><tr class="group"><th scope="rowgroup" colspan="${
    rows[0].values.length + 1
  }">${title} <span class="quiet">${count(differing)} of ${
    count(rows.length)
  } differ</span></th></tr>${
    rows.map(({ key, values }) => {
      const texts = written(values);
      const cells = values.map((value, i) =>
        html`<td class="text">${value === undefined ? "–" : texts[i]}</td>`
      );
      return differ(values)
        ? html`<tr class="differs"><th scope="row">${key} <span class="unequal">≠</span></th>${cells}</tr>`
        : html`<tr><th scope="row">${key}</th>${cells}</tr>`;
    })
  }</tbody>`;
}

function differ(values: readonly unknown[]): boolean {
  return values.some((value) => !Object.is(value, values[0]));
}

function factRow(title: string, cells: readonly (string | Markup)[]): Markup {
  return html`<tr><th scope="row">${title}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}
