import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { parseNotebook, writeNotebook } from "../documents/mod.ts";
import { codeCell } from "../documents/code_cell_fixture.ts";
import { folderConfig, KERNEL_NAME, kernelspec, writeKernelspec } from "./mod.ts";

const PYTHON = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const PROJECT = new URL("../../deno.json", import.meta.url).pathname;
const CELLS = 40;

Deno.test("every output of a notebook that imports wattbook is at its cell in Jupyter", async () => {
  const place = await Deno.makeTempDir();
  const sources = Array.from(
    { length: CELLS },
    (_, i) =>
      `console.log("text ${i}");\n` +
      `Deno.jupyter.html\`<p>${i}</p>${"<i></i>".repeat(300 * i)}\``,
  );
  const path = join(place, "many.ipynb");
  await writeNotebook(path, {
    cells: ['import "wattbook";', ...sources].map(codeCell),
    metadata: { kernelspec: { name: KERNEL_NAME, display_name: "", language: "typescript" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
  const config = folderConfig(await Deno.readTextFile(PROJECT), PROJECT);
  await Deno.writeTextFile(join(place, "deno.json"), config);
  await writeKernelspec(join(place, "jupyter"), kernelspec(Deno.execPath()));
  const { success, stdout, stderr } = await new Deno.Command(
    join(dirname(PYTHON), "jupyter-nbconvert"),
    {
      args: ["--to", "notebook", "--execute", "--stdout", path],
      env: { JUPYTER_DATA_DIR: join(place, "jupyter"), NO_COLOR: "1" },
    },
  ).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  const { cells } = parseNotebook(new TextDecoder().decode(stdout));
  const shown = cells.slice(1).map(({ outputs = [] }) =>
    outputs.map((output) =>
      output.output_type === "stream"
        ? output.text
        : "data" in output
        ? String(output.data["text/html"]).match(/^<p>\d+<\/p>/)?.[0]
        : output
    ).sort()
  );
  assert.deepEqual(shown, sources.map((_, i) => [`<p>${i}</p>`, `text ${i}\n`]));
  await Deno.remove(place, { recursive: true });
});
