import assert from "node:assert/strict";
import { basename } from "node:path";
import { openScratch } from "./scratch.ts";

const holder = `
  import { openScratch } from "${new URL("./scratch.ts", import.meta.url)}";
  const { directory } = await openScratch(Deno.args[0]);
  await Deno.writeTextFile(directory + "/duckdb_temp_storage_DEFAULT-0.tmp", "spilled");
  console.log(directory);
  setInterval(() => {}, 1000);
`;

/** Starts a process that holds a scratch folder until it is killed. */
async function startHolder(parent: string) {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", "--ext=ts", holder, parent],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const output = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const directory = (await output.read()).value?.trim() ?? "";
  return {
    name: basename(directory),
    async kill() {
      process.kill("SIGKILL");
      await output.cancel();
      await process.status;
    },
  };
}

function folders(parent: string): string[] {
  return [...Deno.readDirSync(parent)].filter(({ isDirectory }) => isDirectory)
    .map(({ name }) => name).sort();
}

Deno.test("openScratch() gives each its own folder and keeps those of others that live", async () => {
  const parent = await Deno.makeTempDir();
  {
    await using first = await openScratch(parent);
    await using second = await openScratch(parent);
    const names = [first, second].map(({ directory }) => basename(directory)).sort();
    assert.deepEqual(folders(parent), names);
    assert.notEqual(names[0], names[1]);
  }
  assert.deepEqual(folders(parent), []);
  await Deno.remove(parent, { recursive: true });
});

Deno.test("openScratch() removes the folder of a killed process, and only that", async () => {
  const parent = await Deno.makeTempDir();
  const killed = await startHolder(parent);
  const living = await startHolder(parent);
  assert.deepEqual(folders(parent), [killed.name, living.name].sort());
  await killed.kill();
  {
    await using own = await openScratch(parent);
    assert.deepEqual(folders(parent), [living.name, basename(own.directory)].sort());
  }
  assert.deepEqual(folders(parent), [living.name]);
  await living.kill();
  await Deno.remove(parent, { recursive: true });
});
