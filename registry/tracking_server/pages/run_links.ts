/** What a run read, and what came of it. */

import { html } from "hono/html";
import type { ModelVersionRecord } from "../records/model_versions.ts";
import type { DatasetInputRecord } from "../records/run_inputs.ts";
import type { RunRecord } from "../records/runs.ts";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { pageHref } from "./links.ts";
import { aliasMarks } from "./marks.ts";
import type { Markup } from "./page_response.ts";
import { readRoute } from "./route_data.ts";

const contextTag = "mlflow.data.context";
/** Versions of a run that are listed. */
const mostVersions = 50;

/**
 * The data sets and models that a run read; nothing when it named none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(String(await inputSection(store, { inputs: {} })), "");
 * ```
 */
export async function inputSection(
  store: TrackingStore,
  { inputs }: Pick<RunRecord, "inputs">,
): Promise<Markup> {
  const { dataset_inputs = [], model_inputs = [] } = inputs;
  if (dataset_inputs.length + model_inputs.length === 0) return html``;
  const models = await Promise.all(
    model_inputs.map(async ({ model_id }) => html`<li>${await modelLink(store, model_id)}</li>`),
  );
  return html`<section aria-labelledby="inputs"><h2 id="inputs">Inputs</h2>${
    dataset_inputs.length === 0 ? "" : datasetTable(dataset_inputs)
  }${models.length === 0 ? "" : html`<ul class="plain">${models}</ul>`}</section>`;
}

/**
 * The registered versions made of a run and the logged models that it produced; nothing when there
 * are none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const run = { info: { run_id: "r" }, outputs: { model_outputs: [{ model_id: "m-1", step: 3 }] } };
 * assert.match(String(await outputSection(store, run)), /<code>m-1<\/code> at step 3/);
 * ```
 */
export async function outputSection(
  store: TrackingStore,
  { info, outputs }: Pick<RunRecord, "outputs"> & {
    readonly info: Pick<RunRecord["info"], "run_id">;
  },
): Promise<Markup> {
  const versions = await versionsOf(store, info.run_id);
  const models = await Promise.all(
    (outputs.model_outputs ?? []).map(async ({ model_id, step }) =>
      html`<li>${await modelLink(store, model_id)} at step ${String(step)}</li>`
    ),
  );
  if (models.length + versions.length === 0) return html``;
  return html`
    <section aria-labelledby="outputs">
      <h2 id="outputs">Outputs</h2>
      <ul class="plain">${versions.map(({ name, version, aliases = [] }) =>
        html`<li><a href="${pageHref("model", { name })}">${name}</a> version ${version} ${
          aliasMarks(aliases)
        }</li>`
      )}${models}</ul>
    </section>
  `;
}

/** A logged model by its name; by its id alone when it is deleted or kept elsewhere. */
async function modelLink(store: TrackingStore, model_id: string): Promise<Markup> {
  try {
    const { model } = await readRoute(store, "logged-models/:model_id", { model_id });
    const href = pageHref("logged-model", { id: model_id });
    return html`Logged model <a href="${href}">${model.info.name}</a>`;
  } catch (error) {
    if (!(error instanceof TrackingError)) throw error;
    return html`Logged model <code>${model_id}</code>`;
  }
}

async function versionsOf(
  store: TrackingStore,
  runId: string,
): Promise<readonly ModelVersionRecord[]> {
  // Ids of other tools may hold a quote, which the filter could not.
  if (runId.includes("'")) return [];
  const { model_versions = [] } = await readRoute(store, "model-versions/search", {
    filter: `run_id = '${runId}'`,
    max_results: mostVersions,
  });
  return model_versions;
}

function datasetTable(inputs: readonly DatasetInputRecord[]): Markup {
  return html`
    <div class="wide" role="region" aria-label="Data sets" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Data set</th>
            <th scope="col">Digest</th>
            <th scope="col">Context</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>${inputs.map(({ dataset, tags = [] }) =>
          html`
            <tr>
              <th scope="row" class="name">${dataset.name}</th>
              <td><code>${dataset.digest}</code></td>
              <td>${tags.find(({ key }) => key === contextTag)?.value ?? ""}</td>
              <td class="param">${dataset.source_type}</td>
            </tr>
          `
        )}</tbody>
      </table>
    </div>
  `;
}
