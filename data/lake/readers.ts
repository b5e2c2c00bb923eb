/** Which files of a lake are being read, by this process and others. */

/**
 * Waits for the turn to look at a lake's manifest together with its files, or to change both;
 * dispose of it soon. The system ends the turn of a process that is killed.
 *
 * @param folder The lake's folder; what readers leave lies beside it, in `<folder>.readers`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * {
 *   using _turn = await lakeTurn(`${home}/hostel`);
 *   assert.ok((await Deno.stat(`${home}/hostel.readers`)).isDirectory);
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function lakeTurn(folder: string): Promise<Disposable> {
  await Deno.mkdir(`${folder}.readers`, { recursive: true });
  const file = await Deno.open(`${folder}.readers/lock`, { create: true, write: true });
  await file.lock(true);
  return file;
}

/**
 * Notes that these files are being read until the result is disposed of, or the process ends in
 * whatever way: the note counts as long as it is locked. Call it in one's turn.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * {
 *   using _turn = await lakeTurn(`${home}/hostel`);
 *   await using _pin = await pinFiles(`${home}/hostel`, ["meters-ab12.parquet"]);
 *   assert.deepEqual(await pinnedFiles(`${home}/hostel`), ["meters-ab12.parquet"]);
 * }
 * assert.deepEqual(await pinnedFiles(`${home}/hostel`), []);
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function pinFiles(
  folder: string,
  paths: readonly string[],
): Promise<AsyncDisposable> {
  const path = `${folder}.readers/${crypto.randomUUID()}`;
  const note = await Deno.open(path, { createNew: true, write: true });
  await note.lock(true);
  await Deno.writeTextFile(path, JSON.stringify(paths));
  return {
    async [Symbol.asyncDispose]() {
      await ifThere(() => Deno.remove(path));
      note.close();
    },
  };
}

/**
 * The files that living readers read; removes the notes of the dead. Call it in one's turn.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * {
 *   using _turn = await lakeTurn(`${home}/hostel`);
 *   assert.deepEqual(await pinnedFiles(`${home}/hostel`), []);
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function pinnedFiles(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name } of Deno.readDir(`${folder}.readers`)) {
    if (name === "lock") continue;
    const path = `${folder}.readers/${name}`;
    // A reader takes its note away without waiting for a turn.
    await ifThere(async () => {
      using note = await Deno.open(path);
      if (await note.tryLock(true)) await Deno.remove(path);
      else paths.push(...JSON.parse(await Deno.readTextFile(path)));
    });
  }
  return paths;
}

async function ifThere(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
