/** Files that are there whole or not at all. */
import { dirname } from "node:path";

/**
 * Writes a text beside its place and moves it there; makes its folder where absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await writeWhole(`${folder}/new/a.html`, "<p>");
 * assert.equal(await Deno.readTextFile(`${folder}/new/a.html`), "<p>");
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(`${path}.part`, text);
  await Deno.rename(`${path}.part`, path);
}
