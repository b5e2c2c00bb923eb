import { dirname, join, parse } from "node:path";
import { defineCommand, UsageError } from "../../pipelines/mod.ts";
import {
  notebookHtml,
  readNotebook,
  readPaired,
  writeNotebook,
  writeWhole,
} from "../documents/mod.ts";
import { findNotebook } from "../find_notebook.ts";
import type { NotebookPlace } from "./place.ts";

const FORMATS = ["html", "ts", "ipynb"] as const;
type Format = typeof FORMATS[number];

/** `deno task notebooks export NAME`. */
export const exportNotebook = defineCommand({
  syntax: {
    name: "notebooks export",
    summary: "Writes a notebook as one static page, as TypeScript for jupytext, or back.",
    words: ["NAME"],
    options: {
      "to": {
        type: "string",
        placeholder: "FORM",
        description: FORMATS.join(" or "),
        default: "html",
      },
      "output": {
        type: "string",
        placeholder: "FILE",
        description: "Else beside the notebook, a page in <WATTBOOK_HOME>/notebooks",
      },
    },
  },
  check({ to }) {
    if (!isFormat(to)) {
      throw new UsageError(`Cannot use --to: expected ${FORMATS.join(" or ")}, got "${to}"`);
    }
  },
  async run({ folder, home }: NotebookPlace, options, _progress, [name]) {
    const path = await findNotebook(folder, name);
    const to = options.to as Format;
    const stem = parse(path).name;
    const output = options.output ??
      join(to === "html" ? join(home, "notebooks") : dirname(path), `${stem}.${to}`);
    const notebook = to === "ipynb" && path.endsWith(".ts")
      ? await readPaired(path, output)
      : await readNotebook(path);
    if (to === "html") await writeWhole(output, notebookHtml(notebook, stem));
    else await writeNotebook(output, notebook);
    return { text: output, json: { notebook: path, output } };
  },
});

function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text);
}
