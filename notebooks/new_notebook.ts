/** The notebook that a new one begins with. */
import type { Cell, Notebook } from "./documents/mod.ts";

const METADATA = {
  kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
  language_info: {
    codemirror_mode: "typescript",
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    name: "typescript",
    nbconvert_exporter: "script",
    pygments_lexer: "typescript",
  },
};

/**
 * A notebook with a title, imports, a parameter and a first question; it runs as it is.
 *
 * @param name Small letters, digits and `_`; the title is made of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(newNotebook("night_load").cells[0].source.split("\n")[0], "# Night load");
 * ```
 */
export function newNotebook(name: string): Notebook {
  const words = name.replaceAll("_", " ");
  const title = words[0].toUpperCase() + words.slice(1);
  return {
    cells: [
      markdown("title", `# ${title}\n\nWhat is asked here, and what was found.`),
      code("imports", 'import { closeSession, openDataset, sql } from "wattbook";'),
      {
        ...code("parameters", 'const dataset = "synthetic-hostel";'),
        metadata: { tags: ["parameters"] },
      },
      code("dataset", "await openDataset(dataset);"),
      markdown("question", "## Which meters use most?"),
      code(
        "answer",
        `await sql\`
  SELECT meter_id, count(*) AS hours, round(sum(kwh), 1) AS kwh
  FROM readings
  GROUP BY meter_id
  ORDER BY kwh DESC, meter_id
\`;`,
      ),
      code("close", "await closeSession();"),
    ],
    metadata: METADATA,
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function markdown(id: string, source: string): Cell {
  return { cell_type: "markdown", id, metadata: {}, source };
}

function code(id: string, source: string): Cell {
  return { cell_type: "code", id, metadata: {}, source, execution_count: null, outputs: [] };
}
