/** Folders for files that are not whole yet or that one process alone uses. */
import { join } from "node:path";
import { isAbandoned, lockFolder } from "./folder_lock.ts";

/** A folder that no other process uses; dispose of it to remove it. */
export interface Scratch extends AsyncDisposable {
  readonly directory: string;
}

/**
 * Makes a folder of one's own below `parent`, and removes those of processes that are gone. DuckDB
 * gives the files it spills the same names in every process, so two databases that spill to one
 * folder overwrite each other and crash; and a file that is written here first and then linked or
 * renamed to its place is never seen half done.
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
  using _turn = await lockFolder(parent);
  await removeAbandoned(parent);
  const directory = await Deno.makeTempDir({ dir: parent });
  const own = await lockFolder(directory);
  return {
    directory,
    async [Symbol.asyncDispose]() {
      using _turn = await lockFolder(parent);
      own.close();
      await Deno.remove(directory, { recursive: true });
    },
  };
}

async function removeAbandoned(parent: string): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(parent)) {
    if (!isDirectory) continue;
    const directory = join(parent, name);
    if (await isAbandoned(directory)) await Deno.remove(directory, { recursive: true });
  }
}
