/** `/pages/models`: all registered models, with their latest version and aliases. */

import { html } from "hono/html";
import { text } from "../requests/parameters.ts";
import type { RegisteredModelRecord } from "../records/registered_models.ts";
import { pageToken } from "../search/page_token.ts";
import { definePage } from "./define.ts";
import { pageHref } from "./links.ts";
import { aliasMarks } from "./marks.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { pageNumber, pager } from "./paging.ts";
import { momentText } from "./quantities.ts";
import { searched } from "./searched.ts";
import { searchForm } from "./search_form.ts";

const size = 100;

/** The list of registered models. */
export const modelsPage: Page = definePage({
  path: "models",
  summary: "The registered models, with their latest version and aliases",
  parameters: { filter: text, page: pageNumber },
  async answer(store, { filter = "", page }) {
    const { found, error } = await searched(store, "registered-models/search", {
      filter,
      max_results: size,
      page_token: pageToken((page - 1) * size),
    });
    const models = found?.registered_models ?? [];
    return {
      title: "Models",
      status: error === undefined ? 200 : 400,
      main: html`<section><h1>Models</h1>${
        searchForm({ action: "models", filter, error, example: "name LIKE 'energy%'" })
      }${
        models.length === 0 ? html`<p class="quiet">No models found.</p>` : html`
          <div class="wide" role="region" aria-label="Models" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col">Model</th>
                  <th scope="col" class="number">Latest version</th>
                  <th scope="col">Aliases</th>
                  <th scope="col">Changed</th>
                  <th scope="col">Description</th>
                </tr>
              </thead>
              <tbody>${models.map(row)}</tbody>
            </table>
          </div>
        `
      }${
        pager({
          page,
          size,
          shown: models.length,
          more: found?.next_page_token !== undefined,
          noun: "models",
          href: (page) => pageHref("models", { filter, page }),
        })
      }</section>`,
    };
  },
});

function row(model: RegisteredModelRecord): Markup {
  const { name, latest_versions = [], aliases = [], description = "" } = model;
  return html`
    <tr>
      <th scope="row" class="name"><a href="${pageHref("model", { name })}">${name}</a></th>
      <td class="number">${latest_versions[0]?.version ?? "–"}</td>
      <td>${aliases.map(({ alias, version }) =>
        html`
          ${aliasMarks([alias])}→ ${version}
        `
      )}</td>
      <td class="time">${momentText(model.last_updated_timestamp)}</td>
      <td class="param">${description.slice(0, 200)}</td>
    </tr>
  `;
}
