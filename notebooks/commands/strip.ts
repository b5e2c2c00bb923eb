import { defineCommand } from "../../pipelines/mod.ts";
import { readNotebook, stripNotebook, writeNotebook } from "../documents/mod.ts";
import { findNotebooks } from "../find_notebook.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks strip [NAME]`. */
export const strip = defineCommand({
  syntax: {
    name: "notebooks strip",
    summary: "Removes outputs, counts and notes of runs from a notebook, or from all.",
    words: ["NAME"],
    wordsOptional: true,
    options: {
      "check": {
        type: "boolean",
        description: "Change nothing; end with 1 where there is something to remove",
      },
    },
  },
  async run({ folder }: NotebookPlace, { check }, _progress, [name]) {
    const changed: string[] = [];
    for (const path of await findNotebooks(folder, name)) {
      const notebook = await readNotebook(path);
      const stripped = stripNotebook(notebook);
      if (stripped === notebook) continue;
      changed.push(path);
      if (!check) await writeNotebook(path, stripped);
    }
    return {
      text: changed.length === 0
        ? "Nothing to strip"
        : changed.map((path) => `${check ? "Holds outputs" : "Stripped"}: ${path}`).join("\n"),
      json: { [check ? "unstripped" : "stripped"]: changed },
      code: check && changed.length > 0 ? 1 : 0,
    };
  },
});
