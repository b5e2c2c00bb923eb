import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { createProgress, parseCommand } from "../../pipelines/mod.ts";
import { writeNotebook } from "../documents/mod.ts";
import { diff } from "./diff.ts";
import { notebookPlace } from "./place.ts";

function notebook(source: string) {
  const cell = { cell_type: "code", id: "load", metadata: {}, outputs: [] } as const;
  const cells = [{ ...cell, source, execution_count: null }];
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
}

Deno.test("diff tells what differs and ends with 1, or 0 where nothing does", async () => {
  const folder = await Deno.makeTempDir();
  const [a, b, text] = ["01_a.ipynb", "02_b.ipynb", "c.ts"].map((name) => join(folder, name));
  await writeNotebook(a, notebook("1\n2"));
  await writeNotebook(b, notebook("1\n3"));
  await writeNotebook(text, notebook("1\n2"));
  const page = join(folder, "page.html");

  const changed = await diffIn(folder, "01", "02", "--html", page);
  assert.equal(changed.code, 1);
  assert.deepEqual(changed.text.split("\n"), [
    `--- ${relative(".", a)}`,
    `+++ ${relative(".", b)}`,
    "@@ cell 1 (load), code: changed",
    "  1",
    "- 2",
    "+ 3",
    page,
  ]);
  assert.match(await Deno.readTextFile(page), /<span class="new">\+ 3<\/span>/);
  const same = await diffIn(folder, a, "01");
  assert.deepEqual([same.code, same.text], [0, "No difference"]);
  const { json } = await diffIn(folder, text, "01") as { json: { cells: unknown[] } };
  assert.deepEqual(json.cells, []);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("diff compares a notebook with what git keeps of it", async () => {
  const folder = await Deno.makeTempDir();
  const git = async (...args: string[]) => {
    const command = new Deno.Command("git", {
      args: ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args],
      cwd: folder,
      stderr: "null",
    });
    assert.ok((await command.output()).success);
  };
  const path = join(folder, "01_a.ipynb");
  await git("init", "-q");
  await writeNotebook(path, notebook("old"));
  await git("add", "01_a.ipynb");
  await git("commit", "-q", "-m", "Add");
  await writeNotebook(path, notebook("new"));
  assert.deepEqual((await diffIn(folder, "HEAD", "01")).text.split("\n"), [
    "--- HEAD:01_a.ipynb",
    `+++ ${relative(".", path)}`,
    "@@ cell 1 (load), code: changed",
    "- old",
    "+ new",
  ]);
  await assert.rejects(diffIn(folder, "HEAD~9", "01"), {
    name: "RangeError",
    message: /^Cannot read "01_a\.ipynb" at the revision "HEAD~9"/,
  });
  await Deno.remove(folder, { recursive: true });
});

async function diffIn(folder: string, ...args: string[]) {
  const progress = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });
  const { options, words } = parseCommand(diff.syntax, args);
  const place = notebookPlace({ folder, home: folder, now: () => 0 });
  return await diff.run(place, options, progress, words);
}
