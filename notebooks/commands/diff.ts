import { basename, dirname, relative } from "node:path";
import { defineCommand } from "../../pipelines/mod.ts";
import {
  changesHtml,
  changesText,
  compareNotebooks,
  type Notebook,
  parseNotebook,
  parsePercent,
  readNotebook,
  writeWhole,
} from "../documents/mod.ts";
import { findNotebook } from "../find_notebook.ts";
import { readFileAt } from "./file_at_revision.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks diff A B`. */
export const diff = defineCommand({
  syntax: {
    name: "notebooks diff",
    summary: "Compares two notebooks cell by cell, or one with a revision of git as A: HEAD, say.",
    words: ["A", "B"],
    options: {
      "html": {
        type: "string",
        placeholder: "FILE",
        description: "Write a page with both sides' pictures",
      },
    },
  },
  async run({ folder, colour = false }: NotebookPlace, { html }, _progress, [a, b]) {
    const path = await findNotebook(folder, b);
    const after = await readNotebook(path);
    const before = await readBefore(folder, a, path);
    const changes = compareNotebooks(before.notebook, after, {
      ids: !before.name.endsWith(".ts") && !path.endsWith(".ts"),
    });
    const names = { before: before.name, after: relative(".", path) };
    if (html !== undefined) await writeWhole(html, changesHtml(changes, names));
    const same = changes.metadata.length + changes.cells.length === 0;
    const text = same ? "No difference" : changesText(changes, { ...names, colour });
    return {
      text: html === undefined ? text : `${text}\n${html}`,
      json: { ...names, same, ...changes, html },
      code: same ? 0 : 1,
    };
  },
});

/** The first side is a notebook, or else a revision of the second. */
async function readBefore(
  folder: string,
  name: string,
  path: string,
): Promise<{ name: string; notebook: Notebook }> {
  try {
    const before = await findNotebook(folder, name);
    return { name: relative(".", before), notebook: await readNotebook(before) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const text = await readFileAt(name, basename(path), dirname(path), error);
    const notebook = path.endsWith(".ts") ? parsePercent(text) : parseNotebook(text);
    return { name: `${name}:${basename(path)}`, notebook };
  }
}
