import { defineCommand } from "../../pipelines/mod.ts";
import { listNotebooks } from "../find_notebook.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks list`. */
export const list = defineCommand({
  syntax: { name: "notebooks list", summary: "Lists the notebooks.", options: {} },
  async run({ folder }: NotebookPlace) {
    const notebooks = await listNotebooks(folder);
    return { text: notebooks.join("\n"), json: { notebooks } };
  },
});
