/** JSON files that are there whole or not at all. */
import { dirname, join } from "node:path";

/**
 * Writes a value to a file of its own and renames it into place; makes the folder when absent.
 *
 * @param scratch Folder of this process on the same disk: what a kill leaves there is cleared.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const scratch = await Deno.makeTempDir();
 * const path = `${scratch}/reports/latest.json`;
 * await writeJsonFile(path, { drifted: 3 }, scratch);
 * assert.deepEqual(await readJsonFile(path), { drifted: 3 });
 * ```
 */
export async function writeJsonFile(path: string, value: unknown, scratch: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const part = join(scratch, crypto.randomUUID());
  await Deno.writeTextFile(part, `${JSON.stringify(value, null, 2)}\n`);
  await Deno.rename(part, path);
}

/**
 * Reads a JSON file; `undefined` when there is none.
 *
 * @throws {SyntaxError} Naming the file when it is not JSON.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await readJsonFile("/nowhere/latest.json"), undefined);
 * ```
 */
export async function readJsonFile<T>(path: string): Promise<T | undefined> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new SyntaxError(`Cannot read "${path}" as JSON`, { cause });
  }
}
