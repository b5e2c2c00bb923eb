/**
 * What VS Code shows while a notebook is written. Its Deno extension hands cells to `deno lsp`, which
 * has them see one another and Deno's globals, as a kernel has.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { readNotebook } from "../documents/mod.ts";
import { listNotebooks } from "../find_notebook.ts";
import * as wattbook from "../mod.ts";
import { folderConfig } from "./folder_config.ts";
import { startLanguageServer } from "./language_server_fixture.ts";

const PROJECT = join(import.meta.dirname!, "../..");
const FOLDER = join(PROJECT, "notebooks");

Deno.test("an editor finds nothing to underline in the notebooks, and explains what they use", async (t) => {
  await using server = await startLanguageServer(PROJECT);
  for (const name of await listNotebooks(FOLDER)) {
    await t.step(name, async () => {
      const { cells } = await readNotebook(join(FOLDER, name));
      const sources = cells.filter(({ cell_type }) => cell_type === "code")
        .map(({ source }) => source);
      for (const cell of await server.open(join(FOLDER, name), sources)) {
        assert.deepEqual(await server.diagnostics(cell), [], cell.text);
      }
    });
  }

  await t.step("no exported name is one of Deno's globals", async () => {
    const names = `import { ${Object.keys(wattbook).join(", ")} } from "wattbook";`;
    const [cell] = await server.open(join(FOLDER, "names.ipynb"), [names]);
    assert.deepEqual(await server.diagnostics(cell), []);
  });

  await t.step("cells know the types of cells before them", async () => {
    const [, , member, field, wrong] = await server.open(join(FOLDER, "types.ipynb"), [
      'import { loadChart, sql } from "wattbook";',
      "const load = await sql<{ ts: number; kwh: number }>`FROM readings`;",
      "loadChart(load);\nload.",
      "load.objects()[0].",
      "const kwh: string = load.objects()[0].kwh;",
    ]);
    assert.match(await server.hover(member, "loadChart"), /anomalies and events: `ts`, `kwh`/);
    const members = await server.completions(member);
    assert.deepEqual(
      ["columns", "numbers", "objects", "rows"].filter((one) => !members.includes(one)),
      [],
    );
    assert.deepEqual(await server.completions(field), ["kwh", "ts"]);
    assert.deepEqual((await server.diagnostics(wrong)).map(({ message }) => message), [
      "Type 'number' is not assignable to type 'string'.",
    ]);
  });
});

Deno.test("an editor knows the project's imports in a folder outside it", async () => {
  const folder = await Deno.makeTempDir();
  const text = await Deno.readTextFile(join(PROJECT, "deno.json"));
  await Deno.writeTextFile(
    join(folder, "deno.json"),
    folderConfig(text, join(PROJECT, "deno.json")),
  );
  {
    await using server = await startLanguageServer(folder);
    const [, cell] = await server.open(join(folder, "own.ipynb"), [
      'import { sql } from "wattbook";',
      "const { rows } = await sql`SELECT 1`;\nconst wrong: string = rows;",
    ]);
    assert.match(await server.hover(cell, "sql"), /Runs SQL in the notebook's database/);
    assert.deepEqual((await server.diagnostics(cell)).map(({ message }) => message), [
      "Type 'number' is not assignable to type 'string'.",
    ]);
  }
  await Deno.remove(folder, { recursive: true });
});
