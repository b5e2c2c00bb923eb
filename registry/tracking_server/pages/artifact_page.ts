/** `/pages/artifact`: what is in a file of a run or logged model, or in a directory of them. */

import { basename } from "node:path";
import { html } from "hono/html";
import { artifactPathParts } from "../artifacts/path_parts.ts";
import { artifactPlace } from "../artifacts/place.ts";
import { text } from "../requests/parameters.ts";
import type { TrackingStore } from "../store.ts";
import { artifactList, readArtifactTree } from "./artifact_list.ts";
import { type ArtifactOwner, artifactOwner } from "./artifact_owner.ts";
import { definePage } from "./define.ts";
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

/** A file or directory. */
export const artifactPage: Page = definePage({
  path: "artifact",
  summary: "A directory of files of a run or logged model, or a file as text or picture",
  parameters: { run_id: text, model_id: text, path: text },
  async answer(store, { path: asked = "", ...named }) {
    const owner = await artifactOwner(store, named);
    const parts = artifactPathParts(asked);
    const path = parts.join("/");
    const name = parts.at(-1) ?? "Artifacts";
    const { nodes, cut } = await readArtifactTree(store, owner, path, mostEntries);
    const shown = nodes.length > 0
      ? html`${artifactList(owner, nodes)}${
        cut ? html`<p class="quiet">There are more files than are listed here.</p>` : ""
      }`
      : path === ""
      ? html`<p class="quiet">No files.</p>`
      : await fileView(store, owner, path);
    return {
      title: name,
      main: html`${above(owner, parts)}<section><h1>${name}</h1>${shown}</section>`,
    };
  },
});

function above({ query, above }: ArtifactOwner, parts: readonly string[]): Markup {
  const folders = parts.slice(0, -1).map((part, i) =>
    ["artifact", { ...query, path: parts.slice(0, i + 1).join("/") }, part] as const
  );
  return trail([...above, ...folders]);
}

async function fileView(
  store: TrackingStore,
  owner: ArtifactOwner,
  path: string,
): Promise<Markup> {
  const place = artifactPlace(store, owner.artifact_uri, path);
  const name = basename(place.path);
  const { size, body } = await place.files.open(place.path);
  const href = owner.fileHref(path);
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
