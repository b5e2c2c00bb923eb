/** `/pages/experiments`: all experiments, with how many runs they have. */

import { html } from "hono/html";
import { text } from "../requests/parameters.ts";
import { readRunTotals } from "../records/run_totals.ts";
import type { ExperimentRecord } from "../records/experiments.ts";
import { pageToken } from "../search/page_token.ts";
import type { TrackingStore } from "../store.ts";
import { definePage } from "./define.ts";
import { pageHref } from "./links.ts";
import { deletedMark } from "./marks.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { pageNumber, pager } from "./paging.ts";
import { count, momentText } from "./quantities.ts";
import { searchForm } from "./search_form.ts";
import { searched } from "./searched.ts";

const size = 100;

/** The list of experiments. */
export const experimentsPage: Page = definePage({
  path: "experiments",
  summary: "The experiments, with how many runs each has",
  parameters: { filter: text, view: text, page: pageNumber },
  async answer(store, { filter = "", view = "ACTIVE_ONLY", page }) {
    const { found, error } = await searched(store, "experiments/search", {
      filter,
      view_type: view,
      max_results: size,
      page_token: pageToken((page - 1) * size),
    });
    const experiments = found?.experiments ?? [];
    return {
      title: "Experiments",
      status: error === undefined ? 200 : 400,
      main: html`<section><h1>Experiments</h1>${
        searchForm({ action: "experiments", filter, view, error, example: "name ILIKE '%energy%'" })
      }${table(store, experiments)}${
        pager({
          page,
          size,
          shown: experiments.length,
          more: found?.next_page_token !== undefined,
          noun: "experiments",
          href: (page) => pageHref("experiments", { filter, view, page }),
        })
      }</section>`,
    };
  },
});

function table(store: TrackingStore, experiments: readonly ExperimentRecord[]): Markup {
  if (experiments.length === 0) return html`<p class="quiet">No experiments found.</p>`;
  return html`
    <div class="wide" role="region" aria-label="Experiments" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Experiment</th>
            <th scope="col" class="number">Runs</th>
            <th scope="col">Latest run</th>
            <th scope="col">Created</th>
          </tr>
        </thead>
        <tbody>${experiments.map((experiment) => row(store, experiment))}</tbody>
      </table>
    </div>
  `;
}

function row({ database }: TrackingStore, experiment: ExperimentRecord): Markup {
  const { experiment_id, name, lifecycle_stage, creation_time } = experiment;
  const totals = readRunTotals(database, experiment_id);
  return html`
    <tr>
      <th scope="row" class="name"><a href="${pageHref("experiment", {
        id: experiment_id,
      })}">${name}</a>${deletedMark(lifecycle_stage)}</th>
      <td class="number">${count(totals.count)}</td>
      <td class="time">${totals.latest_start === null ? "" : momentText(totals.latest_start)}</td>
      <td class="time">${momentText(creation_time)}</td>
    </tr>
  `;
}
