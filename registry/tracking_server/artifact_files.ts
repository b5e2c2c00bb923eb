/** Artifact files on disk, in the plain tree that MLflow's own server would write. */

import { basename, dirname, join } from "node:path";
import { artifactPathParts } from "./artifact_path.ts";
import { TrackingError } from "./tracking_error.ts";

/** A file or directory, as MLflow lists it. */
export interface FileInfo {
  /** Relative to the directory that was listed. */
  readonly path: string;
  readonly is_dir: boolean;
  /** Bytes; absent for a directory. */
  readonly file_size?: number;
}

/** A file that is being read. */
export interface OpenArtifact {
  readonly name: string;
  readonly size: number;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The files below the artifact directory; every path is relative to it and checked. */
export interface ArtifactFiles {
  /** Stores a body; the file appears only once it is complete. */
  write(path: string, body: ReadableStream<Uint8Array>): Promise<void>;
  /** Opens a file for reading. */
  open(path: string): Promise<OpenArtifact>;
  /** What lies directly in a directory, by name; nothing when there is no such directory. */
  list(path: string): Promise<FileInfo[]>;
  /** Removes a file, or a directory with all that is in it. */
  remove(path: string): Promise<void>;
}

// A name that no listing shows and that no client can choose: "#" is refused in paths.
const unfinished = "#unfinished";

/**
 * Opens the artifact files below `root`, which is made with the first file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const root = await Deno.makeTempDir();
 * const files = openArtifactFiles(root);
 * await files.write("0/run/artifacts/note.txt", new Blob(["hi"]).stream());
 * assert.deepEqual(await files.list("0/run/artifacts"), [
 *   { path: "note.txt", is_dir: false, file_size: 2 },
 * ]);
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export function openArtifactFiles(root: string): ArtifactFiles {
  function locate(path: string): string {
    return join(root, ...artifactPathParts(path));
  }
  return {
    async write(path, body) {
      const target = locateFile(root, path);
      const temporary = `${target}.${crypto.randomUUID()}${unfinished}`;
      await Deno.mkdir(dirname(target), { recursive: true });
      try {
        await Deno.writeFile(temporary, body);
        await Deno.rename(temporary, target);
      } catch (error) {
        await removeIfThere(temporary);
        throw error;
      }
    },
    async open(path) {
      const target = locate(path);
      const stat = await statOrMissing(target, path);
      if (!stat.isFile) throw missing(path);
      const file = await Deno.open(target);
      return { name: basename(target), size: stat.size, body: file.readable };
    },
    list: (path) => entries(locate(path)),
    async remove(path) {
      const target = locateFile(root, path);
      await statOrMissing(target, path);
      await Deno.remove(target, { recursive: true });
    },
  };
}

function locateFile(root: string, path: string): string {
  const parts = artifactPathParts(path);
  if (parts.length === 0) throw new TrackingError("INVALID_PARAMETER_VALUE", "Invalid path");
  return join(root, ...parts);
}

async function entries(directory: string): Promise<FileInfo[]> {
  const found: FileInfo[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(directory)) {
      if (name.endsWith(unfinished)) continue;
      if (isDirectory) found.push({ path: name, is_dir: true });
      else {
        const { size } = await Deno.stat(join(directory, name));
        found.push({ path: name, is_dir: false, file_size: size });
      }
    }
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function statOrMissing(target: string, path: string): Promise<Deno.FileInfo> {
  try {
    return await Deno.stat(target);
  } catch (error) {
    throw isAbsence(error) ? missing(path) : error;
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory;
}

function missing(path: string): TrackingError {
  return new TrackingError("RESOURCE_DOES_NOT_EXIST", `No such artifact: ${path}`);
}
