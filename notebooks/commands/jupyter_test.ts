import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress, parseCommand } from "../../pipelines/mod.ts";
import { jupyter } from "./jupyter.ts";
import { notebookPlace } from "./place.ts";

const NOTEBOOKS = join(import.meta.dirname!, "..");
const progress = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });

Deno.test("jupyter installs the kernel of this Deno, tells of it, and removes it", async () => {
  const data = await Deno.makeTempDir();
  const folder = join(data, "kernels/wattbook");
  assert.deepEqual((await jupyterIn(data, ["--check"])).json.kernel, null);
  const installed = await jupyterIn(data, []);
  assert.equal(installed.code, 0);
  const { argv } = JSON.parse(await Deno.readTextFile(join(folder, "kernel.json")));
  assert.equal(argv[0], Deno.execPath());
  const { text, json } = await jupyterIn(data, ["--check"]);
  assert.deepEqual(json.kernel.folder, folder);
  assert.ok(json.kernel.deno.startsWith(`deno ${Deno.version.deno} `), json.kernel.deno);
  assert.ok(text.startsWith(`The kernel wattbook is in ${folder}\nIt starts ${Deno.execPath()}, `));
  assert.deepEqual((await jupyterIn(data, ["--remove"])).json, { removed: true });
  assert.deepEqual((await jupyterIn(data, ["--remove"])).json, { removed: false });
  await Deno.remove(data, { recursive: true });
});

Deno.test("jupyter --check says that the kernel cannot start when its Deno is gone", async () => {
  const data = await Deno.makeTempDir();
  await jupyterIn(data, []);
  const path = join(data, "kernels/wattbook/kernel.json");
  const spec = JSON.parse(await Deno.readTextFile(path));
  await Deno.writeTextFile(path, JSON.stringify({ ...spec, argv: ["/gone/deno"] }));
  const { text, code } = await jupyterIn(data, ["--check"]);
  assert.match(text, /\nIt cannot start as there is no \/gone\/deno: install it again\n/);
  assert.equal(code, 1);
  await Deno.remove(data, { recursive: true });
});

Deno.test("jupyter --folder writes the project's imports, and over no other configuration", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "deno.json");
  assert.deepEqual((await jupyterIn(folder, ["--folder", folder])).json, { path });
  const { imports } = JSON.parse(await Deno.readTextFile(path));
  assert.equal(imports.wattbook, new URL("../mod.ts", import.meta.url).href);
  await assert.rejects(jupyterIn(folder, ["--folder", folder]), {
    message:
      `Cannot write ${path} as one is there: add the imports of the project's deno.json to it`,
  });
  await Deno.remove(folder, { recursive: true });
});

Deno.test("jupyter does one thing at a time", () => {
  const { options } = parseCommand(jupyter.syntax, ["--check", "--remove"]);
  assert.throws(() => jupyter.check?.(options), {
    name: "UsageError",
    message: "Cannot set up Jupyter: expected one of --check, --remove and --folder",
  });
});

async function jupyterIn(data: string, args: readonly string[]) {
  const { options } = parseCommand(jupyter.syntax, args);
  const userFolders = { JUPYTER_DATA_DIR: data };
  const place = notebookPlace({ folder: NOTEBOOKS, home: data, userFolders, now: () => 0 });
  const { json, ...told } = await jupyter.run(place, options, progress, []);
  // deno-lint-ignore no-explicit-any
  return { ...told, json: json as any };
}
