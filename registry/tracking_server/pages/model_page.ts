/** `/pages/model`: one registered model, its versions, and how its aliases moved. */

import { html } from "hono/html";
import { requiredText } from "../requests/parameters.ts";
import { type ModelVersionRecord, modelVersionRecord } from "../records/model_versions.ts";
import type { PastMove } from "../../promotion/history.ts";
import type { Pair } from "../records/pairs.ts";
import type { RegisteredModelRecord } from "../records/registered_models.ts";
import { readVersionPage } from "../records/version_page.ts";
import { type AliasMoves, aliasMoves, recordsMove } from "./alias_moves.ts";
import { definePage } from "./define.ts";
import { factList } from "./facts.ts";
import { pageHref } from "./links.ts";
import { aliasMarks } from "./marks.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { pageNumber, pager } from "./paging.ts";
import { momentText } from "./quantities.ts";
import { readRoute } from "./route_data.ts";
import { tagSection } from "./tag_section.ts";
import { trail } from "./trail.ts";

const size = 50;

/** One registered model. */
export const modelPage: Page = definePage({
  path: "model",
  summary: "A registered model's versions, aliases and tags, and the moves of its aliases",
  parameters: { name: requiredText, page: pageNumber },
  async answer(store, { name, page }) {
    const { registered_model: model } = await readRoute(store, "registered-models/get", { name });
    const { database } = store;
    const { items, nextPageToken } = readVersionPage(database, name, { size, page });
    const versions = items.map((row) => modelVersionRecord(database, row));
    const tags = model.tags ?? [];
    const allTags = [...tags, ...versions.flatMap(({ tags = [] }) => tags)];
    return {
      title: name,
      main: html`
        ${trail([["models", {}, "Models"]])}<section><h1>${name}</h1>${model.description
          ? html`<p class="note">${model.description}</p>`
          : ""}${facts(model)}</section><section
          aria-labelledby="versions"><h2 id="versions">Versions</h2>${versionTable(
            versions,
          )}${pager({
            page,
            size,
            shown: versions.length,
            more: nextPageToken !== undefined,
            noun: "versions",
            href: (page) => pageHref("model", { name, page }),
          })}</section>${moveSection(
            aliasMoves(allTags, model.aliases ?? []),
          )}${tagSection(tags.filter((tag) => !recordsMove(tag)))}
      `,
    };
  },
});

function facts(model: RegisteredModelRecord): Markup {
  const { creation_timestamp, last_updated_timestamp, aliases = [] } = model;
  return factList([
    [
      "Aliases",
      aliases.length === 0 ? undefined : html`${
        aliases.map(({ alias, version }) =>
          html`
            ${aliasMarks([alias])} → version ${version}
          `
        )
      }`,
    ],
    ["Created", momentText(creation_timestamp)],
    ["Changed", momentText(last_updated_timestamp)],
  ]);
}

function versionTable(versions: readonly ModelVersionRecord[]): Markup {
  if (versions.length === 0) return html`<p class="quiet">None.</p>`;
  return html`
    <div class="wide" role="region" aria-label="Versions" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Aliases</th>
            <th scope="col">Created</th>
            <th scope="col">Made of</th>
            <th scope="col">Description and tags</th>
          </tr>
        </thead>
        <tbody>${versions.map(versionRow)}</tbody>
      </table>
    </div>
  `;
}

function versionRow(version: ModelVersionRecord): Markup {
  const { aliases = [], description = "" } = version;
  return html`
    <tr>
      <th scope="row">${version.version}</th>
      <td>${aliasMarks(aliases)}</td>
      <td class="time">${momentText(version.creation_timestamp)}</td>
      <td>${sources(version)}</td>
      <td class="param">${description}${tagList(
        (version.tags ?? []).filter((tag) => !recordsMove(tag)),
      )}</td>
    </tr>
  `;
}

/** The run and the logged model that a version was made of, by the first of their digits. */
function sources({ run_id, model_id = "" }: ModelVersionRecord): Markup {
  const run = run_id === ""
    ? html``
    : html`<li><a href="${pageHref("run", { id: run_id })}">Run <code>${
      run_id.slice(0, 8)
    }</code></a></li>`;
  const model = model_id === ""
    ? html``
    : html`<li><a href="${pageHref("logged-model", { id: model_id })}">Model <code>${
      model_id.slice(0, 10)
    }</code></a></li>`;
  return run_id + model_id === "" ? html`–` : html`<ul class="plain">${run}${model}</ul>`;
}

function tagList(tags: readonly Pair[]): Markup {
  if (tags.length === 0) return html``;
  return html`<ul class="plain">${
    tags.map(({ key, value }) => html`<li><span class="quiet">${key}</span> ${value}</li>`)
  }</ul>`;
}

function moveSection({ moves, unreadable }: AliasMoves): Markup {
  if (moves.length + unreadable.length === 0) return html``;
  return html`
    <section
      aria-labelledby="moves"><h2 id="moves">Moves of aliases</h2>${moves.length === 0 ? "" : html`
        <div class="wide" role="region" aria-label="Moves" tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Alias</th>
                <th scope="col">Version</th>
                <th scope="col">By</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>${moves.map(moveRow)}</tbody>
          </table>
        </div>
      `}${unreadable.map((key) =>
        html`<p class="quiet">The record ${key} cannot be read.</p>`
      )}</section>
  `;
}

function moveRow({ kind, alias, from, to, reason, by, at, happened }: PastMove): Markup {
  const versions = from === undefined ? to : `${from} → ${to}`;
  const marks = [kind === "rollback" ? "rollback" : "", happened ? "" : "did not happen"];
  return html`
    <tr>
      <th scope="row" class="time">${momentText(Date.parse(at))}</th>
      <td>${aliasMarks([alias])}</td>
      <td class="time">${versions}${marks.filter((mark) => mark !== "").map((mark) =>
        html`
          <span class="mark">${mark}</span>
        `
      )}</td>
      <td>${by}</td>
      <td class="param">${reason}</td>
    </tr>
  `;
}
