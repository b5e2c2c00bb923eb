/** Folders of MLflow's file store: one file a key, one `meta.yaml` a thing. */

import { basename, join, relative } from "node:path";
import type { z } from "zod";
import { listBelow, openBelow } from "../file_tree.ts";
import { type Listing, type SourceFile, type Texts, Unreadable } from "./run_source.ts";
import { readYaml } from "./yaml.ts";

/** Name of the file that says what a folder is. */
export const metaFile = "meta.yaml";

/**
 * The `meta.yaml` of a folder by its schema.
 *
 * @throws {TypeError} When it is missing or malformed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/meta.yaml`, "name: energy");
 * assert.deepEqual(await readMeta(folder, z.object({ name: z.string() })), { name: "energy" });
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function readMeta<T>(folder: string, schema: z.ZodType<T>): Promise<T> {
  const text = await textIfThere(join(folder, metaFile));
  if (text === undefined) {
    throw new TypeError(`Cannot read a folder of the file store: expected ${metaFile}, got none`);
  }
  const parsed = schema.safeParse(readYaml(text));
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new TypeError(`Cannot read ${metaFile}: ${[...path, message].join(": ")}`);
}

/**
 * Holds what a `meta.yaml` says it is against where it lies, as MLflow does: a copied folder would
 * be the same thing twice.
 *
 * @throws {TypeError} When they differ.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * requireFolderName("/mlruns/0", "0");
 * assert.throws(() => requireFolderName("/mlruns/0 (copy)", "0"), TypeError);
 * ```
 */
export function requireFolderName(folder: string, id: string): void {
  if (basename(folder) === id) return;
  throw new TypeError(
    `Cannot take ${metaFile} at its word: expected the id "${
      basename(folder)
    }" of its folder, got "${id}"`,
  );
}

/**
 * What `read` makes of each folder, in order; one that it cannot read is {@link Unreadable}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Unreadable } from "./run_source.ts";
 * const read = () => Promise.reject(new TypeError("Cannot read it"));
 * assert.deepEqual(await Array.fromAsync(readable(["0/meta.yaml"], read)), [
 *   new Unreadable("0/meta.yaml", "Cannot read it"),
 * ]);
 * ```
 */
export async function* readable<T>(
  places: Iterable<string>,
  read: (place: string) => Promise<T | undefined>,
): AsyncGenerator<T | Unreadable> {
  for (const place of places) {
    try {
      const found = await read(place);
      if (found !== undefined) yield found;
    } catch (error) {
      if (!isMalformed(error)) throw error;
      yield new Unreadable(place, error.message);
    }
  }
}

/**
 * Names of the folders directly below one, in order; none when it is not there. Hidden ones are
 * left out, as tools keep their own things in them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(await foldersOf("/nowhere"), []);
 * ```
 */
export async function foldersOf(folder: string): Promise<string[]> {
  const entries = await listBelow(folder, []);
  return entries.filter(({ name, isDirectory }) => isDirectory && !name.startsWith("."))
    .map(({ name }) => name);
}

/**
 * The files of a folder as text by key; a key with `/` has folders of its own.
 *
 * @throws {TypeError} When a file is not UTF-8.
 * @throws {Unreadable} When one is a link that leads out of the folder.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await Deno.mkdir(`${folder}/tree`);
 * await Deno.writeTextFile(`${folder}/tree/depth`, "8");
 * assert.deepEqual(await textsOf(folder), { "tree/depth": "8" });
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function textsOf(folder: string): Promise<Texts> {
  const texts: [string, string][] = [];
  for await (const file of filesOf(folder)) {
    if (file instanceof Unreadable) throw file;
    const bytes = await new Response(await file.open()).bytes();
    texts.push([file.path, new TextDecoder("utf-8", { fatal: true }).decode(bytes)]);
  }
  return Object.fromEntries(texts);
}

/**
 * All files below a folder, by path. A link that leads out of the folder, or nowhere, is
 * {@link Unreadable}: a folder that came from somewhere else must not bring in other files.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/note.txt`, "hi");
 * const [file] = await Array.fromAsync(filesOf(folder));
 * assert.ok("size" in file);
 * assert.deepEqual([file.path, file.size], ["note.txt", 2]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function* filesOf(folder: string): Listing<SourceFile> {
  yield* filesBelow(folder, []);
}

function isMalformed(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof SyntaxError || error instanceof Unreadable;
}

async function* filesBelow(
  root: string,
  parts: readonly string[],
): AsyncGenerator<SourceFile | Unreadable> {
  const links = await linksIn(join(root, ...parts));
  const inside = new Set<string>();
  for (const { name, isDirectory, size } of await listBelow(root, parts)) {
    const way = [...parts, name];
    // A link to a folder may lead back to where it lies.
    if (isDirectory && links.includes(name)) continue;
    inside.add(name);
    if (isDirectory) yield* filesBelow(root, way);
    else yield { path: way.join("/"), size, open: async () => (await openBelow(root, way)).body };
  }
  for (const name of links) {
    if (inside.has(name)) continue;
    const reason = "Cannot follow a link: expected one to a file that lies in the same folder";
    yield new Unreadable(join(root, ...parts, name), reason);
  }
}

/**
 * A path of a folder as it stands in messages.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(shownPath("/data/mlruns", "/data/mlruns/0/r"), "mlruns/0/r");
 * ```
 */
export function shownPath(root: string, path: string): string {
  return relative(join(root, ".."), path).replaceAll("\\", "/");
}

async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function linksIn(folder: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.filter(({ isSymlink }) => isSymlink).map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
