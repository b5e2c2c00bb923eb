/** The files of a run as nested lists. */

import { html } from "hono/html";
import type { TrackingStore } from "../store.ts";
import { fileHref, pageHref } from "./links.ts";
import type { Markup } from "./page_response.ts";
import { sizeText } from "./quantities.ts";
import { readRoute } from "./route_data.ts";

/** A file or directory, and what lies in it as far as it was read. */
export interface ArtifactNode {
  /** Below the run's artifacts. */
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

/**
 * Reads the files below a path, depth first, until `most` entries are found.
 *
 * @param path Below the run's artifacts; empty for all of them.
 * @throws {TrackingError} When there is no such run or its files are not kept here.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * await assert.rejects(readArtifactTree(store, "none", "", 10), /Run with id=none not found/);
 * ```
 */
export async function readArtifactTree(
  store: TrackingStore,
  runId: string,
  path: string,
  most: number,
): Promise<ArtifactTree> {
  let left = most;
  let cut = false;
  async function below(path: string, depth: number): Promise<ArtifactNode[]> {
    const { files = [] } = await readRoute(store, "artifacts/list", { run_id: runId, path });
    const nodes: ArtifactNode[] = [];
    for (const file of files) {
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
 * const text = String(await artifactList("r1", nodes));
 * assert.match(text, /<a href="artifact\?run_id=r1&amp;path=plots%2Fload.svg">load.svg<\/a>/);
 * ```
 */
export function artifactList(runId: string, nodes: readonly ArtifactNode[]): Markup {
  return html`<ul class="files">${
    nodes.map(({ path, size, children }) => {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const link = html`<a href="${pageHref("artifact", { run_id: runId, path })}">${name}${
        size === undefined ? "/" : ""
      }</a>`;
      const download = size === undefined ? html`` : html`
        <a class="size" href="${fileHref(runId, path)}" aria-label="Download ${name}, ${sizeText(
          size,
        )}">${sizeText(size)}</a>
      `;
      return html`<li>${link}${download}${
        children.length === 0 ? "" : artifactList(runId, children)
      }</li>`;
    })
  }</ul>`;
}
