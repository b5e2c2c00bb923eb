import assert from "node:assert/strict";
import fc from "fast-check";
import { join } from "node:path";
import type { Cell, Notebook } from "../notebook.ts";
import { readNotebook } from "../notebook_file.ts";
import { parsePercent } from "./parse_percent.ts";
import { serializePercent } from "./serialize_percent.ts";

/** Jupytext reads notebooks and texts from standard input and answers with their other form. */
const PYTHON = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const NOTEBOOKS = join(import.meta.dirname!, "..", "..");
const CONVERT = `
import json, sys, jupytext, nbformat
answers = []
for notebook in json.load(sys.stdin):
    text = jupytext.writes(nbformat.from_dict(notebook), fmt="ts:percent")
    again = jupytext.writes(jupytext.reads(text, fmt="ts:percent"), fmt="ts:percent")
    answers.append([text, again])
json.dump(answers, sys.stdout)
`;

Deno.test("every notebook is the same bytes of TypeScript for jupytext, there and back", async () => {
  const notebooks: Notebook[] = [];
  for await (const { name } of Deno.readDir(NOTEBOOKS)) {
    if (name.endsWith(".ipynb")) notebooks.push(await readNotebook(join(NOTEBOOKS, name)));
  }
  assert.ok(notebooks.length > 0);
  await holdAgainstJupytext(notebooks);
});

Deno.test("a thousand odd notebooks are the same bytes of TypeScript for jupytext", async () => {
  const lines = [
    "",
    "const a = 1;",
    "  indented",
    "// comment",
    "//",
    "%time f()",
    "%%y",
    "~~~",
    "# Title",
    "é €",
    "`template`",
    "'%%'",
    "a\n  \nb",
  ];
  const metadata = fc.record({
    tags: fc.uniqueArray(fc.constantFrom("parameters", "a b", "é")),
    name: fc.string({ unit: "grapheme-ascii", minLength: 1 }),
    wattbook: fc.constant({ tolerance: 1e-9, sanitise: [{ pattern: "a=\\d+", replace: "" }] }),
    title: fc.constantFrom("Load", "Two words"),
    collapsed: fc.boolean(),
  }, { requiredKeys: [] });
  // Jupytext loses the comment of a commented magic in Markdown, and blanks of the last line of code.
  const cell = fc.constantFrom("code" as const, "markdown" as const, "raw" as const).chain((type) =>
    fc.record({
      cell_type: fc.constant(type),
      metadata,
      source: fc.array(fc.constantFrom(...lines, ...(type === "code" ? ["// %x"] : [])), {
        maxLength: 6,
      }).map((lines) => lines.join("\n")),
    })
  );
  const corpus = fc.sample(fc.array(cell, { maxLength: 5 }), { seed: 1, numRuns: 1_000 });
  const notebooks = corpus.map((cells): Notebook => ({
    cells: cells.map((cell, i): Cell => ({
      ...cell,
      id: `cell-${i}`,
      ...(cell.cell_type === "code" && { execution_count: null, outputs: [] }),
    })),
    metadata: { kernelspec: { display_name: "Deno", language: "typescript", name: "deno" } },
    nbformat: 4,
    nbformat_minor: 5,
  }));
  const exact = notebooks.filter(isExact);
  assert.ok(exact.length > 900, `${exact.length}`);
  await holdAgainstJupytext(exact);
});

/** Leaves out what cannot be told from another notebook by its text, which we refuse to write. */
function isExact(notebook: Notebook): boolean {
  try {
    serializePercent(notebook);
    return true;
  } catch (error) {
    assert.ok(error instanceof RangeError);
    return false;
  }
}

async function holdAgainstJupytext(notebooks: readonly Notebook[]): Promise<void> {
  const python = new Deno.Command(PYTHON, {
    args: ["-c", CONVERT],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const answered = python.output();
  const writer = python.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(notebooks)));
  await writer.close();
  const { success, stdout, stderr } = await answered;
  assert.ok(success, new TextDecoder().decode(stderr));
  const answers: [string, string][] = JSON.parse(new TextDecoder().decode(stdout));
  for (const [i, [text, again]] of answers.entries()) {
    const ours = serializePercent(notebooks[i]);
    assert.equal(ours, ended(text));
    assert.equal(serializePercent(parsePercent(ended(text))), ended(again));
  }
}

/** jupytext ends a file with a line end where the text has none. */
function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
