/** Folders for what a database spills to disk, one per process. */
import { join } from "node:path";

/** A folder that no other process uses; dispose of it to remove it. */
export interface Scratch extends AsyncDisposable {
  readonly directory: string;
}

/**
 * Makes a folder of one's own below `parent`, and removes those of processes that are gone. DuckDB
 * gives the files it spills the same names in every process, so two databases that spill to one
 * folder overwrite each other and crash.
 *
 * A process keeps a lock on a file in its folder; the system releases it when the process ends,
 * even when it is killed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const parent = await Deno.makeTempDir();
 * {
 *   await using scratch = await openScratch(parent);
 *   assert.ok((await Deno.stat(scratch.directory)).isDirectory);
 * }
 * assert.deepEqual([...Deno.readDirSync(parent)].map(({ name }) => name), ["lock"]);
 * await Deno.remove(parent, { recursive: true });
 * ```
 */
export async function openScratch(parent: string): Promise<Scratch> {
  await Deno.mkdir(parent, { recursive: true });
  using _turn = await locked(parent);
  await removeAbandoned(parent);
  const directory = await Deno.makeTempDir({ dir: parent });
  const own = await locked(directory);
  return {
    directory,
    async [Symbol.asyncDispose]() {
      using _turn = await locked(parent);
      own.close();
      await Deno.remove(directory, { recursive: true });
    },
  };
}

async function removeAbandoned(parent: string): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(parent)) {
    if (!isDirectory) continue;
    const directory = join(parent, name);
    using file = await openLock(directory);
    if (await file.tryLock(true)) await Deno.remove(directory, { recursive: true });
  }
}

async function locked(directory: string): Promise<Deno.FsFile> {
  const file = await openLock(directory);
  await file.lock(true);
  return file;
}

function openLock(directory: string): Promise<Deno.FsFile> {
  return Deno.open(join(directory, "lock"), { create: true, write: true });
}
