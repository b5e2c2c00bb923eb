/** Second names for files that several processes share. */

/**
 * Gives a file a second name on the same disk. Its bytes stay until the last of its names is gone,
 * so whoever has one of its own need not mind that others remove theirs; a name appears at once
 * and only for a whole file.
 *
 * @returns Whether the second name is there now, by this call or before; false when the file is not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/shared`, "rows");
 * assert.equal(await linkFile(`${folder}/shared`, `${folder}/own`), true);
 * await Deno.remove(`${folder}/shared`);
 * assert.equal(await Deno.readTextFile(`${folder}/own`), "rows");
 * ```
 */
export async function linkFile(file: string, second: string): Promise<boolean> {
  try {
    await Deno.link(file, second);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
  return true;
}
