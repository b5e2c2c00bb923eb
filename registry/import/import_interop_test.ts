import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "../client/mod.ts";
import { scriptOutput } from "../python_script_fixture.ts";
import { trackingServers, withMlflowServer, withOurServer } from "../tracking_server_fixture.ts";
import { importRuns } from "./import_runs.ts";
import { openSource } from "./mod.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const script = new URL("interop_runs.py", import.meta.url);
const root = new URL("../..", import.meta.url).pathname;

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function factsOf(uri: string): Promise<Record<string, Record<string, unknown>>> {
  return JSON.parse((await scriptOutput(python, script, "facts", uri)).split("\n").at(-2)!);
}

async function importAll(source: string, target: string): Promise<void> {
  const outcome = await importRuns(await openSource(source), createClient({ baseUrl: target }), {
    verify: "bytes",
    signal: new AbortController().signal,
    report() {},
  });
  assert.deepEqual([outcome.problems, outcome.skipped], [[], []]);
  assert.deepEqual(
    [outcome.runs.imported, outcome.loggedModels.imported, outcome.versions.imported],
    [8, 4, 3],
  );
}

/** Imports in a process of its own, which is killed after some milliseconds. */
async function importAndDie(source: string, home: string, milliseconds: number): Promise<void> {
  const process = new Deno.Command(Deno.execPath(), {
    // Not by `deno task`, whose child a kill would leave alive.
    args: ["run", "--allow-all", "pipelines/main.ts", "mlflow", "import", source],
    cwd: root,
    env: { WATTBOOK_HOME: home },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  for await (const text of process.stderr.pipeThrough(new TextDecoderStream())) {
    if (!text.includes("Import ")) continue;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    break;
  }
  try {
    process.kill("SIGKILL");
  } catch (error) {
    // It has come to its end by itself.
    if (!(error instanceof TypeError)) throw error;
  }
  await process.status;
}

for (const [name, withServer] of Object.entries(trackingServers)) {
  Deno.test(`a folder that MLflow wrote reads the same from ${name} as from itself`, () =>
    withFolder(async (folder) => {
      const mlruns = pathToFileURL(join(folder, "mlruns")).href;
      await scriptOutput(python, script, "make", mlruns);
      const expected = await factsOf(mlruns);
      const home = join(folder, "home");
      await Deno.mkdir(home);
      await withServer({ home, python, now: Date.now }, async (address) => {
        await importAll(mlruns, address);
        assert.deepEqual(await factsOf(address), expected);
      });
    }));
}

Deno.test("what MLflow's own server holds reads the same after an import that was killed five times", () =>
  withFolder(async (folder) => {
    await withMlflowServer({ home: folder, python }, async (address) => {
      await scriptOutput(python, script, "make", address);
      const expected = await factsOf(address);
      const home = join(folder, "wattbook");
      for (let kill = 1; kill <= 5; kill++) await importAndDie(address, home, 150 * kill);
      const embedded = join(home, "mlflow");
      await withOurServer({ home: embedded, now: Date.now }, async (ours) => {
        const outcome = await importRuns(
          await openSource(address),
          createClient({ baseUrl: ours }),
          { verify: "bytes", signal: new AbortController().signal, report() {} },
        );
        assert.deepEqual([outcome.problems, outcome.skipped], [[], []]);
        assert.deepEqual(await factsOf(ours), expected);
      });
    });
  }));
