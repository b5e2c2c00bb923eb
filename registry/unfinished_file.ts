/** Files that are being written: none is seen before it is whole, none stays when its writer dies. */

import { join } from "node:path";

// "#" is refused in the paths of the tracking server, so no client can choose such a name.
const unfinished = /^[0-9a-f-]{36}#unfinished$/;

/**
 * Whether a file's name says that it is being written, so that no listing shows it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(isUnfinished(`${crypto.randomUUID()}#unfinished`), true);
 * assert.equal(isUnfinished("model.onnx"), false);
 * ```
 */
export function isUnfinished(name: string): boolean {
  return unfinished.test(name);
}

/**
 * Writes a body to a file that appears, or replaces the one before it, when the body is complete.
 *
 * @param directory Where the unfinished file lies meanwhile, on the file system of `target`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const directory = await Deno.makeTempDir();
 * await writeWhole(directory, `${directory}/note.txt`, new Blob(["hi"]).stream());
 * assert.equal(await Deno.readTextFile(`${directory}/note.txt`), "hi");
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function writeWhole(
  directory: string,
  target: string,
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  const { file, path } = await lockedFile(directory);
  using _ = file;
  try {
    for await (const chunk of body) {
      for (let rest = chunk; rest.length > 0;) rest = rest.subarray(await file.write(rest));
    }
    await Deno.rename(path, target);
  } catch (error) {
    await Deno.remove(path);
    throw error;
  }
}

/**
 * Removes what killed processes left in a directory of unfinished files; one that a living process
 * is writing stays.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const directory = await Deno.makeTempDir();
 * const left = `${directory}/${crypto.randomUUID()}#unfinished`;
 * await Deno.writeTextFile(left, "half");
 * sweepUnfinished(directory);
 * await assert.rejects(Deno.stat(left), Deno.errors.NotFound);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export function sweepUnfinished(directory: string): void {
  try {
    for (const { name } of Deno.readDirSync(directory)) {
      if (isUnfinished(name)) removeIfLeft(join(directory, name));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function removeIfLeft(path: string): void {
  try {
    using file = Deno.openSync(path, { write: true });
    // The system releases a lock when its process ends, however it ends.
    if (file.tryLockSync(true)) Deno.removeSync(path);
  } catch (error) {
    // Finished, or swept by another process, in this very moment.
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function lockedFile(directory: string): Promise<{ file: Deno.FsFile; path: string }> {
  for (;;) {
    const path = join(directory, `${crypto.randomUUID()}#unfinished`);
    const file = await Deno.open(path, { write: true, createNew: true });
    await file.lock(true);
    try {
      await Deno.lstat(path);
      return { file, path };
    } catch (error) {
      file.close();
      // Another process swept the file before it was locked: write a new one.
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}
