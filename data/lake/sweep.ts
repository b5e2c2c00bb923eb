/** Removal of what a lake no longer lists. */

/**
 * Removes every file under `folder` whose path is not in `keep`, and folders left empty.
 *
 * @param keep Paths within `folder`, with `/`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/old.parquet`, "");
 * await sweep(folder, []);
 * assert.deepEqual([...Deno.readDirSync(folder)], []);
 * await Deno.remove(folder);
 * ```
 */
export async function sweep(folder: string, keep: readonly string[]): Promise<void> {
  await sweepUnder(folder, "", new Set(keep));
}

/** Whether nothing is left. */
async function sweepUnder(
  folder: string,
  under: string,
  keep: ReadonlySet<string>,
): Promise<boolean> {
  let empty = true;
  for await (const entry of Deno.readDir(`${folder}/${under}`)) {
    const path = under + entry.name;
    const remove = entry.isDirectory ? await sweepUnder(folder, `${path}/`, keep) : !keep.has(path);
    if (remove) await Deno.remove(`${folder}/${path}`);
    else empty = false;
  }
  return empty;
}
