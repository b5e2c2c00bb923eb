import { parseCommand } from "../../pipelines/mod.ts";
import { listNotebooks } from "../find_notebook.ts";
import type { NotebookCommand } from "./command.ts";

/** `deno task notebooks list`. */
export const list: NotebookCommand = {
  syntax: { name: "notebooks list", summary: "Lists the notebooks.", options: {} },
  async run(args, { folder, out }) {
    parseCommand(this.syntax, args);
    for (const name of await listNotebooks(folder)) out(name);
    return 0;
  },
};
