/** The files of the repository, without what is installed, made or git's own. */

const outside = [".git", "node_modules", "data/local"];

/**
 * Paths of all files under `root`, sorted, with `/`; leaves out `.git`, `node_modules` and
 * `data/local`.
 *
 * @param root Folder, ending in `/`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const files = await repositoryFiles(new URL("..", import.meta.url).pathname);
 * assert.ok(files.includes("deno.json"));
 * ```
 */
export async function repositoryFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for await (const { name, isDirectory, isFile } of Deno.readDir(root + folder)) {
      const path = folder + name;
      if (outside.includes(path)) continue;
      if (isDirectory) await visit(`${path}/`);
      if (isFile) files.push(path);
    }
  };
  await visit("");
  return files.sort();
}
