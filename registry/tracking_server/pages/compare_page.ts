/** `/pages/compare`: what differs between a few runs. */

import { html } from "hono/html";
import { textList } from "../requests/parameters.ts";
import type { RunRecord } from "../records/runs.ts";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { chartSection } from "./chart_section.ts";
import { comparisonTable, runLetter } from "./comparison_table.ts";
import { definePage } from "./define.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { pageNumber } from "./paging.ts";
import { readRoute } from "./route_data.ts";
import { trail, type TrailStep } from "./trail.ts";

/** Runs side by side; more do not fit a screen, nor have looks of their own. */
const mostRuns = 12;
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
    const found = await Promise.all(ids.map((run_id) => readRoute(store, "runs/get", { run_id })));
    const runs = found.map(({ run }) => run);
    return {
      title: `Compare ${ids.length} runs`,
      main: html`${await above(store, runs)}<section><h1>Compare ${ids.length} runs</h1>${
        comparisonTable(runs)
      }</section>${
        chartSection(store, ids.map((runId, i) => ({ runId, label: runLetter(i) })), {
          page: charts,
          at: ["compare", { run: ids }],
        })
      }`,
    };
  },
});

/** Runs of several experiments have no one place above them. */
async function above(store: TrackingStore, runs: readonly RunRecord[]): Promise<Markup> {
  const ids = new Set(runs.map(({ info }) => info.experiment_id));
  const steps = await Promise.all([...ids].map(async (id): Promise<TrailStep> => {
    const { experiment } = await readRoute(store, "experiments/get", { experiment_id: id });
    return ["experiment", { id }, experiment.name];
  }));
  return trail([["experiments", {}, "Experiments"], ...(steps.length === 1 ? steps : [])]);
}
