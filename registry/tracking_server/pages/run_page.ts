/** `/pages/run`: all that one run logged. */

import { html } from "hono/html";
import { requiredText } from "../requests/parameters.ts";
import type { MetricRecord } from "../records/metrics.ts";
import type { RunInfoRecord } from "../records/runs.ts";
import { artifactSection } from "./artifact_list.ts";
import { runFiles } from "./artifact_owner.ts";
import { chartSection } from "./chart_section.ts";
import { definePage } from "./define.ts";
import { factList, pairTable } from "./facts.ts";
import { deletedMark, statusMark } from "./marks.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { pageNumber } from "./paging.ts";
import { durationText, momentText } from "./quantities.ts";
import { readRoute } from "./route_data.ts";
import { inputSection, outputSection } from "./run_links.ts";
import { runTitle } from "./run_title.ts";
import { note, tagSection } from "./tag_section.ts";
import { trail } from "./trail.ts";

/** One run. */
export const runPage: Page = definePage({
  path: "run",
  summary: "A run's facts, parameters, metrics with charts, inputs, outputs, tags and files",
  parameters: { id: requiredText, charts: pageNumber },
  async answer(store, { id, charts }) {
    const { run } = await readRoute(store, "runs/get", { run_id: id });
    const { experiment } = await readRoute(store, "experiments/get", {
      experiment_id: run.info.experiment_id,
    });
    const { info, data } = run;
    const { experiment_id, name } = experiment;
    return {
      title: runTitle(info),
      main: html`
        ${trail([["experiments", {}, "Experiments"], [
          "experiment",
          { id: experiment_id },
          name,
        ]])}<section><h1>${runTitle(info)}${deletedMark(info.lifecycle_stage)}</h1>${note(
          data.tags ?? [],
        )}${facts(info)}</section><div
          class="halves">
          <section aria-labelledby="metrics"><h2 id="metrics">Metrics</h2>${metricTable(
            data.metrics ?? [],
          )}</section>
          <section aria-labelledby="params"><h2 id="params">Parameters</h2>${pairTable(
            "Parameter",
            data.params ?? [],
          )}</section>
        </div>${chartSection(store, [{ runId: id, label: "" }], {
          page: charts,
          at: ["run", { id }],
        })}${await inputSection(
          store,
          run,
        )}${await outputSection(
          store,
          run,
        )}${await artifactSection(store, runFiles(store, info.run_id))}${tagSection(
          data.tags ?? [],
        )}
      `,
    };
  },
});

function facts(info: RunInfoRecord): Markup {
  const { start_time, end_time } = info;
  return factList([
    ["Status", statusMark(info.status)],
    ["Started", momentText(start_time)],
    ["Duration", end_time === undefined ? undefined : durationText(end_time - start_time)],
    ["User", info.user_id],
    ["Run ID", info.run_id],
    ["Artifacts", info.artifact_uri],
  ]);
}

function metricTable(metrics: readonly MetricRecord[]): Markup {
  if (metrics.length === 0) return html`<p class="quiet">None.</p>`;
  return html`
    <div class="wide" role="region" aria-label="Metrics" tabindex="0">
      <table class="pairs">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col" class="number">Latest</th>
            <th scope="col" class="number">Step</th>
          </tr>
        </thead>
        <tbody>${metrics.map(({ key, value, step }) =>
          html`
            <tr>
              <th scope="row">${key}</th>
              <td class="number">${String(value).replaceAll("-", "−")}</td>
              <td class="number">${String(step)}</td>
            </tr>
          `
        )}</tbody>
      </table>
    </div>
  `;
}
