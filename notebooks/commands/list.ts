import { join } from "node:path";
import { defineCommand } from "../../pipelines/mod.ts";
import { readNotebook } from "../documents/mod.ts";
import { listNotebooks } from "../find_notebook.ts";
import { parametersText, readParameters, typeText } from "../parameters/mod.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks list`. */
export const list = defineCommand({
  syntax: {
    name: "notebooks list",
    summary: "Lists the notebooks and their parameters.",
    options: {},
  },
  async run({ folder }: NotebookPlace) {
    const names = await listNotebooks(folder);
    const notebooks = await Promise.all(names.map(async (name) => ({
      name,
      parameters: readParameters(await readNotebook(join(folder, name))),
    })));
    const lines = notebooks.map(({ name, parameters }) =>
      parameters.length === 0 ? name : `${name}  ${parametersText(parameters)}`
    );
    return {
      text: lines.join("\n"),
      json: {
        notebooks: notebooks.map(({ name, parameters }) => ({
          name,
          parameters: parameters.map(({ name, type, fallback }) => ({
            name,
            type: typeText(type),
            default: fallback,
          })),
        })),
      },
    };
  },
});
