/** `/pages/compare`: what differs between a few runs. */

import { html } from "hono/html";
import { textList } from "../parameters.ts";
import type { RunRecord } from "../records/runs.ts";
import type { ReadableStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { definePage } from "./define.ts";
import { pageHref } from "./links.ts";
import { deletedMark, statusMark } from "./marks.ts";
import { chartedMetrics, metricFigures } from "./metric_figures.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { pageNumber, pager } from "./paging.ts";
import { count, durationText, momentText, shortNumber } from "./quantities.ts";
import { readRoute } from "./route_data.ts";
import { trail, type TrailStep } from "./trail.ts";

/** Runs side by side; more do not fit a screen, nor have colours of their own. */
const mostRuns = 12;
/** Charts on a page; each reads the histories of a metric. */
const chartsOfPage = 12;

/** A run and the letter that stands for it. */
interface LetteredRun extends RunRecord {
  readonly letter: string;
}

/** A few runs side by side. */
export const comparePage: Page = definePage({
  path: "compare",
  summary: "Parameters and metrics of a few runs side by side, their charts laid over one another",
  parameters: { run: textList, charts: pageNumber },
  async answer(store, { run: asked, charts }) {
    const ids = [...new Set(asked)];
    if (ids.length < 2 || ids.length > mostRuns) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Cannot compare ${ids.length} runs: expected 2 to ${mostRuns}`,
      );
    }
    const found = await Promise.all(
      ids.map((run_id) => readRoute(store, "runs/get", { run_id })),
    );
    const runs = found.map(({ run }, i) => ({ ...run, letter: String.fromCharCode(65 + i) }));
    const experiments = [...new Set(runs.map(({ info }) => info.experiment_id))];
    const above = await Promise.all(experiments.map(async (id): Promise<TrailStep> => {
      const { experiment } = await readRoute(store, "experiments/get", { experiment_id: id });
      return ["experiment", { id }, experiment.name];
    }));
    return {
      title: `${ids.length} runs`,
      main: html`${
        trail([
          ["experiments", {}, "Experiments"],
          ...above.slice(0, experiments.length === 1 ? 1 : 0),
        ])
      }<section><h1>${ids.length} runs</h1>${comparison(runs)}</section>${
        chartSection(store, runs, charts)
      }`,
    };
  },
});

function comparison(runs: readonly LetteredRun[]): Markup {
  const heads = runs.map(({ info, letter }, i) =>
    html`
      <th scope="col"
        class="name"><span class="letter line-${i}"><svg viewBox="0 0 24 8" aria-hidden="true"><path d="M1 4h22"/></svg>${letter}</span> <a href="${pageHref(
          "run",
          { id: info.run_id },
        )}">${info.run_name}</a>${deletedMark(info.lifecycle_stage)}</th>
    `
  );
  return html`
    <p class="quiet">Rows in which the runs differ are marked with ≠.</p>
    <div class="wide" role="region" aria-label="Comparison" tabindex="0">
      <table
        class="comparison"><thead><tr><th scope="col"><span class="unseen">What</span></th>${heads}</tr></thead><tbody>${plainRow(
          "Status",
          runs.map(({ info }) => statusMark(info.status)),
        )}${plainRow("Started", runs.map(({ info }) => momentText(info.start_time)))}${plainRow(
          "Duration",
          runs.map(({ info: { start_time, end_time } }) =>
            end_time === undefined ? "" : durationText(end_time - start_time)
          ),
        )}</tbody>${group(
          "Metrics",
          keyed(runs, ({ data }) => data.metrics ?? [], ({ value }) => value),
          shortNumber,
        )}${group(
          "Parameters",
          keyed(runs, ({ data }) => data.params ?? [], ({ value }) => value),
          String,
        )}</table>
    </div>
  `;
}

/** Of each key, the value in each run; undefined where a run lacks it. */
function keyed<Item extends { readonly key: string }, Value>(
  runs: readonly RunRecord[],
  itemsOf: (run: RunRecord) => readonly Item[],
  valueOf: (item: Item) => Value,
): [key: string, values: (Value | undefined)[]][] {
  const byRun = runs.map((run) => new Map(itemsOf(run).map((item) => [item.key, valueOf(item)])));
  const keys = [...new Set(byRun.flatMap((values) => [...values.keys()]))].sort();
  return keys.map((key) => [key, byRun.map((values) => values.get(key))]);
}

function group<Value>(
  title: string,
  rows: readonly [key: string, values: readonly (Value | undefined)[]][],
  written: (value: Value) => string,
): Markup {
  if (rows.length === 0) return html``;
  const differing = rows.filter(([, values]) => differ(values)).length;
  return html`<tbody><tr class="group"><th scope="rowgroup" colspan="${
    rows[0][1].length + 1
  }">${title} <span class="quiet">${count(differing)} of ${
    count(rows.length)
  } differ</span></th></tr>${
    rows.map(([key, values]) => {
      const cells = values.map((value) =>
        html`<td class="text">${value === undefined ? "–" : written(value)}</td>`
      );
      return differ(values)
        ? html`
          <tr
            class="differs"><th scope="row">${key} <span class="unequal" title="differs">≠</span></th>${cells}</tr>
        `
        : html`<tr><th scope="row">${key}</th>${cells}</tr>`;
    })
  }</tbody>`;
}

function differ(values: readonly unknown[]): boolean {
  return values.some((value) => !Object.is(value, values[0]));
}

function plainRow(title: string, cells: readonly (string | Markup)[]): Markup {
  return html`<tr><th scope="row">${title}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}

function chartSection(
  store: ReadableStore,
  runs: readonly LetteredRun[],
  page: number,
): Markup {
  const charted = runs.map(({ info, letter }) => ({ runId: info.run_id, label: letter }));
  const metrics = chartedMetrics(store, charted);
  if (metrics.length === 0) return html``;
  const shown = metrics.slice((page - 1) * chartsOfPage, page * chartsOfPage);
  return html`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>${
    metricFigures(store, charted, shown)
  }${
    pager({
      page,
      size: chartsOfPage,
      shown: shown.length,
      more: metrics.length > page * chartsOfPage,
      noun: "charts",
      href: (charts) =>
        `${pageHref("compare", { run: runs.map(({ info }) => info.run_id), charts })}#charts`,
    })
  }</section>`;
}
