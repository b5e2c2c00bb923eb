import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress, parseCommand } from "../../pipelines/mod.ts";
import { openTracking } from "../../pipelines/tracking.ts";
import { type Notebook, readNotebook } from "../documents/mod.ts";
import { logRun } from "../versions/mod.ts";
import { history } from "./history.ts";
import { notebookPlace } from "./place.ts";
import { restore } from "./restore.ts";

const FIRST = notebook("1");
const SECOND = notebook("2");
const progress = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });

Deno.test("restore gets any version back, executed or not, wherever it is to go", async () => {
  await withVersions(async (place, [first, second]) => {
    const path = join(place.folder, "01_a.ipynb");
    assert.equal((await restoreIn(place, ["01", "--version", first.digest])).text, path);
    assert.deepEqual(await readNotebook(path), FIRST);
    const other = join(place.folder, "other", "b.ipynb");
    const elsewhere = ["--output", other, "--version", second.runId.slice(0, 8)];
    await restoreIn(place, ["01_a", "--executed", ...elsewhere]);
    assert.deepEqual(await readNotebook(other), executed(SECOND));
  });
});

Deno.test("restore replaces a file only with --force", async () => {
  await withVersions(async (place, [first, second]) => {
    const path = join(place.folder, "01_a.ipynb");
    await restoreIn(place, ["01", "--version", first.digest]);
    const again = ["01", "--version", second.digest];
    await assert.rejects(restoreIn(place, again), {
      message: `Cannot restore 01_a as a file must be replaced only with --force: ${path} exists`,
    });
    assert.deepEqual(await readNotebook(path), FIRST);
    await restoreIn(place, [...again, "--force"]);
    assert.deepEqual(await readNotebook(path), SECOND);
  });
});

Deno.test("restore asks for a version, and names those there are when it is unknown", async () => {
  const { options } = parseCommand(restore.syntax, ["01"]);
  assert.throws(() => restore.check?.(options), {
    name: "UsageError",
    message: "Cannot restore a notebook: expected --version VERSION, got none",
  });
  await withVersions(async (place, [first, second]) => {
    await assert.rejects(restoreIn(place, ["01", "--version", "zzzz"]), {
      name: "RangeError",
      message: new RegExp(`${second.digest.slice(0, 8)}, ${first.digest.slice(0, 8)}`),
    });
  });
});

type Place = ReturnType<typeof notebookPlace>;

/** A place where a notebook ran twice, changed in between. */
async function withVersions(
  use: (place: Place, versions: { digest: string; runId: string }[]) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  let clock = 0;
  for (const source of [FIRST, SECOND]) {
    const now = () => clock += 1000;
    using tracking = openTracking({ home: folder }, now);
    const start = { name: "01_a", source, params: {}, kernel: "deno 1.2.3" };
    await logRun(tracking.registry, start, { run: () => Promise.resolve(executed(source)), now });
  }
  const place = notebookPlace({ folder, home: folder, now: () => clock });
  const { json } = await history.run(place, {}, progress, ["01"]);
  const { versions } = json as { versions: { digest: string; runId: string }[] };
  assert.equal(versions.length, 2);
  await use(place, versions.toReversed());
  await Deno.remove(folder, { recursive: true });
}

async function restoreIn(place: Place, args: readonly string[]) {
  const { options, words } = parseCommand(restore.syntax, args);
  return await restore.run(place, options, progress, words);
}

function notebook(source: string): Notebook {
  const cell = { cell_type: "code", id: "a", metadata: {}, source } as const;
  const cells = [{ ...cell, execution_count: null, outputs: [] }];
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

function executed(source: Notebook): Notebook {
  const outputs = [{ output_type: "stream", name: "stdout", text: "hi\n" }] as const;
  const cells = source.cells.map((cell) => ({ ...cell, execution_count: 1, outputs }));
  return { ...source, cells };
}
