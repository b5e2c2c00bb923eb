/** The files below one directory, which no symbolic link leads out of. */

import { isAbsolute, join, relative } from "node:path";
import { factsOf, type FileFacts, type OpenFile, openFile } from "./open_file.ts";
import { isUnfinished, writeWhole } from "./unfinished_file.ts";

/** A file or directory of a tree. */
export interface TreeEntry {
  readonly name: string;
  readonly isDirectory: boolean;
  /** Bytes of a file. */
  readonly size: number;
}

/**
 * Stores a body as a file, which appears only once it is complete.
 *
 * @param root The tree's directory, made with its first file.
 * @param parts Names that lead to the file, none of them `..`.
 * @throws {Deno.errors.AlreadyExists} When something in the tree leaves no room for the file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const root = await Deno.makeTempDir();
 * await writeBelow(root, ["plots", "load.svg"], new Blob(["<svg/>"]).stream());
 * assert.equal(await Deno.readTextFile(`${root}/plots/load.svg`), "<svg/>");
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export async function writeBelow(
  root: string,
  parts: readonly string[],
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  const path = parts.join("/");
  try {
    const directory = await madeDirectory(root, parts.slice(0, -1));
    const target = join(directory, ...parts.slice(-1));
    // Asked before the body is read; the rename at its end would say the same.
    if (await isDirectory(target)) throw new Deno.errors.IsADirectory(path);
    await writeWhole(root, target, body);
  } catch (error) {
    if (!isAbsence(error) && !isInTheWay(error)) throw error;
    throw new Deno.errors.AlreadyExists(
      `Cannot store a file: expected a short enough name that is not that of a directory nor lies below a file or link, got "${path}"`,
    );
  }
}

/**
 * What a file is known by, without opening it.
 *
 * @throws {Deno.errors.NotFound} When there is no such file below `root`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const root = await Deno.makeTempDir();
 * await writeBelow(root, ["note.txt"], new Blob(["hi"]).stream());
 * assert.equal((await factsBelow(root, ["note.txt"])).size, 2);
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export async function factsBelow(root: string, parts: readonly string[]): Promise<FileFacts> {
  const stat = await Deno.stat(await located(root, parts));
  if (!stat.isFile) throw notFound(root, parts);
  return factsOf(stat);
}

/**
 * Opens a file for reading.
 *
 * @throws {Deno.errors.NotFound} When there is no such file below `root`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const root = await Deno.makeTempDir();
 * await writeBelow(root, ["note.txt"], new Blob(["hi"]).stream());
 * const { body } = await openBelow(root, ["note.txt"]);
 * assert.equal(await new Response(body).text(), "hi");
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export async function openBelow(root: string, parts: readonly string[]): Promise<OpenFile> {
  await factsBelow(root, parts);
  return await openFile(await located(root, parts));
}

/**
 * What lies directly in a directory, by name; nothing when there is no such directory. A link that
 * leads nowhere, or out of the tree, is not there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const root = await Deno.makeTempDir();
 * await writeBelow(root, ["note.txt"], new Blob(["hi"]).stream());
 * assert.deepEqual(await listBelow(root, []), [
 *   { name: "note.txt", isDirectory: false, size: 2 },
 * ]);
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export async function listBelow(root: string, parts: readonly string[]): Promise<TreeEntry[]> {
  const found: TreeEntry[] = [];
  try {
    const directory = await located(root, parts);
    for await (const { name, isSymlink } of Deno.readDir(directory)) {
      if (isUnfinished(name)) continue;
      const stat = await statIfThere(async () =>
        isSymlink ? await located(root, [...parts, name]) : join(directory, name)
      );
      if (stat !== undefined) found.push({ name, isDirectory: stat.isDirectory, size: stat.size });
    }
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Removes a file, or a directory with all that is in it; of a link, the link. What is not there
 * may stay so.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const root = await Deno.makeTempDir();
 * await writeBelow(root, ["plots", "load.svg"], new Blob(["<svg/>"]).stream());
 * await removeBelow(root, ["plots"]);
 * assert.deepEqual(await listBelow(root, []), []);
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export async function removeBelow(root: string, parts: readonly string[]): Promise<void> {
  try {
    const directory = await located(root, parts.slice(0, -1));
    await Deno.remove(join(directory, ...parts.slice(-1)), { recursive: true });
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
}

/** Where a path really lies, links followed. */
async function located(root: string, parts: readonly string[]): Promise<string> {
  try {
    const home = await Deno.realPath(root);
    const place = await Deno.realPath(join(root, ...parts));
    const way = relative(home, place);
    if (way.split(/[\\/]/)[0] !== ".." && !isAbsolute(way)) return place;
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
  throw notFound(root, parts);
}

async function madeDirectory(root: string, parts: readonly string[]): Promise<string> {
  try {
    return await located(root, parts);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    // Level by level, as a directory must not be made behind a link either.
    if (parts.length > 0) await madeDirectory(root, parts.slice(0, -1));
    await Deno.mkdir(join(root, ...parts), { recursive: true });
    return await located(root, parts);
  }
}

async function statIfThere(place: () => Promise<string>): Promise<Deno.FileInfo | undefined> {
  try {
    return await Deno.stat(await place());
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await Deno.lstat(path)).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory ||
    error instanceof Deno.errors.FilesystemLoop ||
    // The system has no class for a name that is too long to be that of a file.
    (error instanceof Error && "code" in error && error.code === "ENAMETOOLONG");
}

function isInTheWay(error: unknown): boolean {
  return error instanceof Deno.errors.IsADirectory || error instanceof Deno.errors.AlreadyExists;
}

function notFound(root: string, parts: readonly string[]): Error {
  return new Deno.errors.NotFound(`Cannot find "${parts.join("/")}" below ${root}`);
}
