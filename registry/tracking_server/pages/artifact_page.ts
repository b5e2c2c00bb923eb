/** `/pages/artifact`: what is in a run's file, or in a directory of them. */

import { basename } from "node:path";
import { html } from "hono/html";
import { artifactPathParts } from "../artifact_path.ts";
import { artifactPlace } from "../artifact_place.ts";
import { requiredText, text } from "../parameters.ts";
import { readRunInfo, type RunInfoRecord } from "../records/runs.ts";
import type { TrackingStore } from "../store.ts";
import { artifactList, readArtifactTree } from "./artifact_list.ts";
import { definePage } from "./define.ts";
import { fileHref } from "./links.ts";
import type { Page } from "./page.ts";
import type { Markup } from "./page_response.ts";
import { sizeText } from "./quantities.ts";
import { textStart } from "./text_start.ts";
import { trail } from "./trail.ts";

/** Entries of a directory that are shown. */
const mostEntries = 2000;
/** Bytes of a text that are shown. */
const mostText = 256 * 1024;

/** What a browser draws in an `img`, where even an SVG runs no script and loads nothing. */
const picture = /\.(png|jpe?g|gif|webp|svg)$/i;

/** A run's file or directory. */
export const artifactPage: Page = definePage({
  path: "artifact",
  summary: "A run's directory of files, or a file as text or picture",
  parameters: { run_id: requiredText, path: text },
  async answer(store, { run_id, path: asked = "" }) {
    const info = readRunInfo(store.database, run_id);
    const parts = artifactPathParts(asked);
    const path = parts.join("/");
    const name = parts[parts.length - 1] ?? "Artifacts";
    const { nodes, cut } = await readArtifactTree(store, run_id, path, mostEntries);
    const shown = nodes.length > 0
      ? html`${artifactList(run_id, nodes)}${
        cut ? html`<p class="quiet">There are more files than are listed here.</p>` : ""
      }`
      : path === ""
      ? html`<p class="quiet">No files.</p>`
      : await fileView(store, info, path);
    return {
      title: name,
      main: html`${above(info, parts)}<section><h1>${name}</h1>${shown}</section>`,
    };
  },
});

function above(
  { experiment_id, run_id, run_name }: RunInfoRecord,
  parts: readonly string[],
): Markup {
  const folders = parts.slice(0, -1).map((part, i) =>
    ["artifact", { run_id, path: parts.slice(0, i + 1).join("/") }, part] as const
  );
  return trail([
    ["experiment", { id: experiment_id }, `Experiment ${experiment_id}`],
    ["run", { id: run_id }, run_name],
    ...folders,
  ]);
}

async function fileView(
  store: TrackingStore,
  { run_id, artifact_uri }: RunInfoRecord,
  path: string,
): Promise<Markup> {
  const place = artifactPlace(store, artifact_uri, path);
  const name = basename(place.path);
  const { size, body } = await place.files.open(place.path);
  const href = fileHref(run_id, path);
  const download = html`<p class="quiet">${sizeText(size)} · <a href="${href}">Download</a></p>`;
  if (picture.test(name)) {
    await body.cancel();
    return html`${download}<p class="picture"><img src="${href}" alt="${name}"></p>`;
  }
  const { text, cut } = await textStart(body, mostText);
  if (text === undefined) return html`${download}<p>This file is neither text nor a picture.</p>`;
  return html`${download}<pre class="wide" role="region" aria-label="${name}" tabindex="0">
${text}</pre>${cut ? html`<p class="quiet">The first ${sizeText(mostText)} of it.</p>` : ""}`;
}
