/** The project's notebooks by name. */
import { join } from "node:path";

/**
 * The notebooks of a folder: `NN_name.ipynb`, in order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok((await listNotebooks(import.meta.dirname!)).includes("01_explore.ipynb"));
 * ```
 */
export async function listNotebooks(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && /^\d\d_\w+\.ipynb$/.test(name)) names.push(name);
  }
  return names.sort();
}

/**
 * The path of the notebook that a person means.
 *
 * @param name The name of a notebook of the folder, a path that ends in `.ipynb` or `.ts`, or how the name of
 *   exactly one notebook begins.
 * @throws {RangeError} When no notebook or more than one begins so: names them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(await findNotebook(import.meta.dirname!, "01"), /01_explore\.ipynb$/);
 * ```
 */
export async function findNotebook(folder: string, name: string): Promise<string> {
  const names = await listNotebooks(folder);
  if (/\.(ipynb|ts)$/.test(name) && !names.includes(name)) return name;
  const found = names.filter((one) => one.startsWith(name));
  if (found.length !== 1) {
    throw new RangeError(
      `Cannot tell which notebook "${name}" is as one name must begin so: ${found.length} do ` +
        `of [${names.join(", ")}]`,
    );
  }
  return join(folder, found[0]);
}

/**
 * The path of the notebook that a person means, or without a name those of all in order.
 *
 * @throws {RangeError} As {@linkcode findNotebook}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const paths = await findNotebooks(import.meta.dirname!);
 * assert.match(paths[0], /01_explore\.ipynb$/);
 * ```
 */
export async function findNotebooks(folder: string, name?: string): Promise<string[]> {
  if (name !== undefined) return [await findNotebook(folder, name)];
  return (await listNotebooks(folder)).map((one) => join(folder, one));
}
