/** `/pages/logged-model`: a model that a run made, before or beside its registration. */

import { html } from "hono/html";
import { requiredText } from "../requests/parameters.ts";
import type { LoggedModelRecord } from "../records/logged_models.ts";
import type { ModelMetricRecord } from "../records/model_metrics.ts";
import { artifactSection } from "./artifact_list.ts";
import { loggedModelFiles } from "./artifact_owner.ts";
import { definePage } from "./define.ts";
import { factList, pairTable } from "./facts.ts";
import { pageHref } from "./links.ts";
import { statusMark } from "./marks.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { momentText } from "./quantities.ts";
import { readRoute } from "./route_data.ts";
import { tagSection } from "./tag_section.ts";
import { trail } from "./trail.ts";

/** One logged model. */
export const loggedModelPage: Page = definePage({
  path: "logged-model",
  summary: "A logged model's facts, metrics by data set, parameters, files and tags",
  parameters: { id: requiredText },
  async answer(store, { id }) {
    const { model } = await readRoute(store, "logged-models/:model_id", { model_id: id });
    const { info, data } = model;
    const { experiment } = await readRoute(store, "experiments/get", {
      experiment_id: info.experiment_id,
    });
    const { experiment_id, name } = experiment;
    return {
      title: info.name,
      main: html`
        ${trail([["experiments", {}, "Experiments"], [
          "experiment",
          { id: experiment_id },
          name,
        ]])}<section><h1>${info.name}</h1>${facts(info)}</section><div class="halves">
          <section aria-labelledby="metrics"><h2 id="metrics">Metrics</h2>${metricTable(
            data.metrics ?? [],
          )}</section>
          <section aria-labelledby="params"><h2 id="params">Parameters</h2>${pairTable(
            "Parameter",
            data.params ?? [],
          )}</section>
        </div>${await artifactSection(store, await loggedModelFiles(store, id))}${tagSection(
          info.tags ?? [],
        )}
      `,
    };
  },
});

function facts(info: LoggedModelRecord["info"]): Markup {
  const { source_run_id } = info;
  return factList([
    ["Status", statusMark(info.status)],
    ["Type", info.model_type],
    ["Created", momentText(info.creation_timestamp_ms)],
    [
      "Run",
      source_run_id === ""
        ? undefined
        : html`<a href="${
          pageHref("run", { id: source_run_id })
        }"><code>${source_run_id}</code></a>`,
    ],
    ["Model ID", info.model_id],
    ["Artifacts", info.artifact_uri],
  ]);
}

function metricTable(metrics: readonly ModelMetricRecord[]): Markup {
  if (metrics.length === 0) return html`<p class="quiet">None.</p>`;
  return html`
    <div class="wide" role="region" aria-label="Metrics" tabindex="0">
      <table class="pairs">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col">Data set</th>
            <th scope="col" class="number">Value</th>
            <th scope="col" class="number">Step</th>
          </tr>
        </thead>
        <tbody>${metrics.map(({ key, value, step, dataset_name = "" }) =>
          html`
            <tr>
              <th scope="row">${key}</th>
              <td class="text">${dataset_name}</td>
              <td class="number">${String(value).replaceAll("-", "−")}</td>
              <td class="number">${String(step)}</td>
            </tr>
          `
        )}</tbody>
      </table>
    </div>
  `;
}
