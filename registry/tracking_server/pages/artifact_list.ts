/** Files as nested lists. */

import { html } from "hono/html";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import type { ArtifactOwner } from "./artifact_owner.ts";
import { pageHref } from "./links.ts";
import type { Markup } from "./page_response.ts";
import { sizeText } from "./quantities.ts";

/** A file or directory, and what lies in it as far as it was read. */
export interface ArtifactNode {
  /** Below the owner's artifacts. */
  readonly path: string;
  /** Bytes; absent for a directory. */
  readonly size?: number;
  readonly children: readonly ArtifactNode[];
}

/** What was read of a tree of files. */
export interface ArtifactTree {
  readonly nodes: readonly ArtifactNode[];
  /** Whether there is more than was read. */
  readonly cut: boolean;
}

/** Levels of directories that are read. */
const deepest = 8;
/** Files that a section lists; the artifact page has the rest. */
const mostOfSection = 200;

/**
 * Reads the files below a path, depth first, until `most` entries are found.
 *
 * @param path Below the owner's artifacts; empty for all of them.
 * @throws {TrackingError} When the files are not kept here.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const owner = {
 *   query: { run_id: "r" },
 *   artifact_uri: "",
 *   above: [],
 *   list: () => Promise.resolve([{ path: "a.txt", is_dir: false, file_size: 3 }]),
 *   fileHref: (path: string) => path,
 * };
 * assert.deepEqual(await readArtifactTree(store, owner, "", 10), {
 *   nodes: [{ path: "a.txt", size: 3, children: [] }],
 *   cut: false,
 * });
 * ```
 */
export async function readArtifactTree(
  store: TrackingStore,
  owner: ArtifactOwner,
  path: string,
  most: number,
): Promise<ArtifactTree> {
  let left = most;
  let cut = false;
  async function below(path: string, depth: number): Promise<ArtifactNode[]> {
    const nodes: ArtifactNode[] = [];
    for (const file of await owner.list(store, path)) {
      if (left === 0) {
        cut = true;
        break;
      }
      left--;
      const children = file.is_dir && depth < deepest ? await below(file.path, depth + 1) : [];
      cut ||= file.is_dir && depth === deepest;
      nodes.push({ path: file.path, size: file.file_size, children });
    }
    return nodes;
  }
  return { nodes: await below(path, 1), cut };
}

/**
 * The files as nested lists: a name leads to what is in the file, its size to a download.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const nodes = [{ path: "plots/load.svg", size: 1500, children: [] }];
 * const owner = { query: { run_id: "r1" }, fileHref: () => "../get-artifact?run_id=r1" };
 * const text = String(await artifactList(owner, nodes));
 * assert.match(text, /<a href="artifact\?run_id=r1&amp;path=plots%2Fload.svg">load.svg<\/a>/);
 * ```
 */
export function artifactList(
  owner: Pick<ArtifactOwner, "query" | "fileHref">,
  nodes: readonly ArtifactNode[],
): Markup {
  return html`<ul class="files">${
    nodes.map(({ path, size, children }) => {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const link = html`<a href="${pageHref("artifact", { ...owner.query, path })}">${name}${
        size === undefined ? "/" : ""
      }</a>`;
      const download = size === undefined ? html`` : html`
        <a class="size" href="${owner.fileHref(path)}" aria-label="Download ${name}, ${sizeText(
          size,
        )}">${sizeText(size)}</a>
      `;
      return html`<li>${link}${download}${
        children.length === 0 ? "" : artifactList(owner, children)
      }</li>`;
    })
  }</ul>`;
}

/**
 * A section of all files, or of the first 200 with a way to the others. Files in a place of their
 * own, such as a bucket, do not keep the rest of a page from being shown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const owner = {
 *   query: { run_id: "r" },
 *   artifact_uri: "",
 *   above: [],
 *   list: () => Promise.resolve([]),
 *   fileHref: (path: string) => path,
 * };
 * assert.match(String(await artifactSection(store, owner)), /<p class="quiet">None.<\/p>/);
 * ```
 */
export async function artifactSection(store: TrackingStore, owner: ArtifactOwner): Promise<Markup> {
  const files = await listed(store, owner);
  return html`<section aria-labelledby="files"><h2 id="files">Artifacts</h2>${files}</section>`;
}

async function listed(store: TrackingStore, owner: ArtifactOwner): Promise<Markup> {
  try {
    const { nodes, cut } = await readArtifactTree(store, owner, "", mostOfSection);
    if (nodes.length === 0) return html`<p class="quiet">None.</p>`;
    const all = html`<p><a href="${pageHref("artifact", owner.query)}">All files</a></p>`;
    return html`${artifactList(owner, nodes)}${cut ? all : ""}`;
  } catch (error) {
    if (!(error instanceof TrackingError)) throw error;
    return html`<p class="quiet">${error.message}</p>`;
  }
}
