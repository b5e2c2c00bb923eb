/** `/pages/experiment`: one experiment and its runs. */

import { html } from "hono/html";
import { requiredText, text, textList } from "../requests/parameters.ts";
import type { ExperimentRecord } from "../records/experiments.ts";
import { pageToken } from "../search/page_token.ts";
import { columnChoice } from "./column_choice.ts";
import { definePage } from "./define.ts";
import { factList } from "./facts.ts";
import { pageHref } from "./links.ts";
import { deletedMark } from "./marks.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { pageNumber, pager } from "./paging.ts";
import { momentText } from "./quantities.ts";
import { readRoute } from "./route_data.ts";
import { columnName, offeredColumns, shownColumns } from "./run_columns.ts";
import { runTable } from "./run_table.ts";
import { searched } from "./searched.ts";
import { searchForm } from "./search_form.ts";
import { note, tagSection } from "./tag_section.ts";
import { trail } from "./trail.ts";

const size = 50;
const example = "metrics.auc > 0.9 AND params.depth = '4'";

/** One experiment's runs. */
export const experimentPage: Page = definePage({
  path: "experiment",
  summary: "An experiment's runs, to search, to order and to choose for a comparison",
  parameters: {
    id: requiredText,
    filter: text,
    view: text,
    order: text,
    columns: textList,
    page: pageNumber,
  },
  async answer(store, query) {
    const { id, filter = "", view = "ACTIVE_ONLY", order = "", columns: asked, page } = query;
    const { experiment } = await readRoute(store, "experiments/get", { experiment_id: id });
    const { found, error } = await searched(store, "runs/search", {
      experiment_ids: [id],
      filter,
      run_view_type: view,
      order_by: order === "" ? [] : [order],
      max_results: size,
      page_token: pageToken((page - 1) * size),
    });
    const runs = found?.runs ?? [];
    const offered = offeredColumns(runs);
    const columns = shownColumns(asked, offered);
    const same = { id, filter, view, columns: asked };
    const table = runTable({
      runs,
      columns,
      order,
      orderHref: (order) => pageHref("experiment", { ...same, order }),
    });
    return {
      title: experiment.name,
      status: error === undefined ? 200 : 400,
      main: html`${trail([["experiments", {}, "Experiments"]])}<section><h1>${experiment.name}${
        deletedMark(experiment.lifecycle_stage)
      }</h1>${note(experiment.tags ?? [])}${facts(experiment)}${
        searchForm({
          action: "experiment",
          filter,
          view,
          example,
          error,
          hidden: { id, order },
          more: columnChoice(offered, new Set(columns.map(columnName))),
        })
      }${
        runs.length === 0 ? html`<p class="quiet">No runs found.</p>` : html`
          <form method="get" action="compare"
            class="runs">${table}<p class="below"><button>Compare ticked runs</button></p></form>
        `
      }${
        pager({
          page,
          size,
          shown: runs.length,
          more: found?.next_page_token !== undefined,
          noun: "runs",
          href: (page) => pageHref("experiment", { ...same, order, page }),
        })
      }</section>${tagSection(experiment.tags ?? [])}`,
    };
  },
});

function facts({ experiment_id, creation_time, artifact_location }: ExperimentRecord): Markup {
  return factList([
    ["Experiment ID", experiment_id],
    ["Created", momentText(creation_time)],
    ["Artifacts", artifact_location],
  ]);
}
