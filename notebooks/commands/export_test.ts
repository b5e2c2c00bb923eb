import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress, parseCommand } from "../../pipelines/mod.ts";
import { exportNotebook } from "./export.ts";
import { notebookPlace } from "./place.ts";

const EXPLORE = await Deno.readTextFile(new URL("../01_explore.ipynb", import.meta.url));

Deno.test("export to TypeScript and back leaves the notebook as it was, outputs too", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "01_explore.ipynb");
  const text = join(folder, "01_explore.ts");
  await Deno.writeTextFile(path, EXPLORE);
  assert.deepEqual(await exportIn(folder, "01", "--to", "ts"), {
    text,
    json: { notebook: path, output: text },
  });
  await exportIn(folder, text, "--to", "ipynb");
  assert.equal(await Deno.readTextFile(path), EXPLORE);

  const alone = join(folder, "alone.ipynb");
  await exportIn(folder, text, "--to", "ipynb", "--output", alone);
  const { cells } = JSON.parse(await Deno.readTextFile(alone));
  assert.equal(cells.length, JSON.parse(EXPLORE).cells.length);
  assert.deepEqual(cells[1].outputs, []);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("export writes a page to the home unless told otherwise", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "01_explore.ipynb");
  await Deno.writeTextFile(path, EXPLORE);
  const page = join(folder, "notebooks", "01_explore.html");
  assert.equal((await exportIn(folder, "01")).text, page);
  const [, title] = JSON.parse(EXPLORE).cells[0].source[0].match(/^# (.*)/);
  const text = await Deno.readTextFile(page);
  assert.equal(text.slice(0, 15), "<!DOCTYPE html>");
  assert.equal(text.match(/<title>(.*)<\/title>/)?.[1], title);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("export knows its forms", () => {
  const { options } = parseCommand(exportNotebook.syntax, ["01", "--to", "pdf"]);
  assert.throws(() => exportNotebook.check?.(options), {
    name: "UsageError",
    message: /^Cannot use --to: expected .*, got "pdf"$/,
  });
});

async function exportIn(folder: string, ...args: string[]) {
  const progress = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });
  const { options, words } = parseCommand(exportNotebook.syntax, args);
  const place = notebookPlace({ folder, home: folder, now: () => 0 });
  return await exportNotebook.run(place, options, progress, words);
}
