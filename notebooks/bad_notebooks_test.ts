import assert from "node:assert/strict";
import { join } from "node:path";
import { runMain } from "../pipelines/mod.ts";
import { startTask } from "../pipelines/task_fixture.ts";
import { badNotebooks } from "./bad_notebooks_fixture.ts";
import { commands } from "./commands/mod.ts";
import { notebookPlace } from "./commands/place.ts";
import { readNotebook } from "./documents/mod.ts";

/** What is kept of outputs, and room for the rest of a notebook. */
const MOST_BYTES = 17 << 20;

for (const { name, file, args = [], code, told, copy } of badNotebooks) {
  Deno.test(`notebooks run takes ${name} and leaves no kernel behind`, async () => {
    const folder = await Deno.makeTempDir();
    const path = join(folder, "bad.ipynb");
    const output = join(folder, "out.ipynb");
    await Deno.writeFile(path, typeof file === "string" ? new TextEncoder().encode(file) : file);
    const said = { out: "", err: "" };
    const place = notebookPlace({ folder, home: folder, now: Date.now });
    const line = ["run", path, "--output", output, ...args];
    const exit = await runMain(commands, line, () => Promise.resolve(place), {
      out: (text) => said.out += text,
      err: (text) => said.err += text,
      isTerminal: false,
      now: Date.now,
    });
    assert.equal(exit, code, said.err);
    assert.match(said.err, told);
    assert.equal(said.out, code === 0 ? `${output}\n` : "");
    if (copy === undefined) {
      await assert.rejects(Deno.stat(output), Deno.errors.NotFound);
    } else {
      const text = await Deno.readTextFile(output);
      assert.ok(text.length < MOST_BYTES, `${text.length} bytes`);
      assert.match(text.replaceAll("x".repeat(1024), "X"), copy);
      await readNotebook(output);
    }
    assert.deepEqual(await kernelsOf(String(Deno.pid)), []);
    await Deno.remove(folder, { recursive: true });
  });
}

Deno.test("a kernel that runs is seen, and is gone when its runner is killed by a signal", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "bad.ipynb");
  const { file } = badNotebooks.find(({ name }) => name === "a cell that waits for ever")!;
  await Deno.writeTextFile(path, file as string);
  await using task = startTask("notebooks", ["run", path], folder, {
    environment: { TMPDIR: folder },
  });
  await task.seen(/Cell 1 of 1/);
  assert.equal((await kernelsOf(folder)).length, 1);
  task.kill("SIGTERM");
  assert.equal((await task.outcome).code, 143);
  while ((await kernelsOf(folder)).length > 0) await new Promise((go) => setTimeout(go, 20));
  await Deno.remove(folder, { recursive: true });
});

/** Kernels that a process has started or whose connection file lies in a folder. */
async function kernelsOf(owner: string): Promise<string[]> {
  const { stdout } = await new Deno.Command("ps", { args: ["-eo", "ppid=,args="] }).output();
  const lines = new TextDecoder().decode(stdout).split("\n");
  return lines.filter((line) => line.includes("jupyter --kernel"))
    .filter((line) => line.trim().startsWith(`${owner} `) || line.includes(`${owner}/`));
}
