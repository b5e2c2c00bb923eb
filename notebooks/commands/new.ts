import { join } from "node:path";
import { defineCommand, UsageError } from "../../pipelines/mod.ts";
import { serializeNotebook } from "../documents/mod.ts";
import { listNotebooks } from "../find_notebook.ts";
import { newNotebook } from "../new_notebook.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks new NAME`. */
export const createNotebook = defineCommand({
  syntax: {
    name: "notebooks new",
    summary: "Begins a notebook among those of the project, with the next free number.",
    words: ["NAME"],
    options: {},
  },
  async run({ folder }: NotebookPlace, _options, _progress, [name]) {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) {
      throw new UsageError(
        `Cannot name a notebook so: expected small letters, digits and "_", got "${name}"`,
      );
    }
    const numbers = (await listNotebooks(folder)).map((one) => Number(one.slice(0, 2)));
    const number = String(Math.max(0, ...numbers) + 1).padStart(2, "0");
    const path = join(folder, `${number}_${name}.ipynb`);
    await Deno.writeTextFile(path, serializeNotebook(newNotebook(name)), { createNew: true });
    return { text: path, json: { notebook: path } };
  },
});
