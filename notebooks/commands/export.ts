import { basename, dirname, extname, join } from "node:path";
import { defineCommand, UsageError } from "../../pipelines/mod.ts";
import { type Notebook, pairWithText, readNotebook, writeNotebook } from "../documents/mod.ts";
import { findNotebook } from "../find_notebook.ts";
import type { NotebookPlace } from "./place.ts";

const FORMATS = ["ts", "ipynb"] as const;
type Format = typeof FORMATS[number];

/** `deno task notebooks export NAME --to ts`. */
export const exportNotebook = defineCommand({
  syntax: {
    name: "notebooks export",
    summary: "Writes a notebook in another form; TypeScript is that of jupytext.",
    words: ["NAME"],
    options: {
      "to": {
        type: "string",
        placeholder: "FORM",
        description: FORMATS.join(" or "),
        default: "ts",
      },
      "output": { type: "string", placeholder: "FILE", description: "Else beside the notebook" },
    },
  },
  check({ to }) {
    if (!isFormat(to)) {
      throw new UsageError(`Cannot use --to: expected ${FORMATS.join(" or ")}, got "${to}"`);
    }
  },
  async run({ folder }: NotebookPlace, options, _progress, [name]) {
    const path = await findNotebook(folder, name);
    const to = options.to as Format;
    const output = options.output ?? join(dirname(path), `${basename(path, extname(path))}.${to}`);
    await writeNotebook(
      output,
      to === "ipynb" ? await paired(path, output) : await readNotebook(path),
    );
    return { text: output, json: { notebook: path, output } };
  },
});

function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text);
}

/** What the text does not hold stays as it is in the notebook that is there. */
async function paired(path: string, output: string): Promise<Notebook> {
  if (!path.endsWith(".ts")) return await readNotebook(path);
  try {
    return pairWithText(await readNotebook(output), await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return await readNotebook(path);
    throw error;
  }
}
