/** Turns at a folder that several processes change. */
import { join } from "node:path";

/**
 * Waits until no other process holds the folder and holds it until the file is closed. The system
 * lets go of it when the process ends, even when it is killed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const directory = await Deno.makeTempDir();
 * {
 *   using _turn = await lockFolder(directory);
 *   assert.equal((await Deno.stat(`${directory}/lock`)).size, 0);
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function lockFolder(directory: string): Promise<Deno.FsFile> {
  const file = await openLock(directory);
  await file.lock(true);
  return file;
}

/**
 * Whether no process holds the folder; one that lives holds its own for as long.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const directory = await Deno.makeTempDir();
 * using _turn = await lockFolder(directory);
 * assert.equal(await isAbandoned(directory), false);
 * ```
 */
export async function isAbandoned(directory: string): Promise<boolean> {
  using file = await openLock(directory);
  return await file.tryLock(true);
}

function openLock(directory: string): Promise<Deno.FsFile> {
  return Deno.open(join(directory, "lock"), { create: true, write: true });
}
