/** Artifact files on disk, in the plain tree that MLflow's own server would write. */

import { factsBelow, listBelow, openBelow, removeBelow, writeBelow } from "../../file_tree.ts";
import type { FileFacts, OpenFile } from "../../open_file.ts";
import { sweepUnfinished } from "../../unfinished_file.ts";
import { artifactPathParts } from "./path_parts.ts";
import { TrackingError } from "../tracking_error.ts";

/** A file or directory, as MLflow lists it. */
export interface FileInfo {
  /** Relative to the directory that was listed. */
  readonly path: string;
  readonly is_dir: boolean;
  /** Bytes; absent for a directory. */
  readonly file_size?: number;
}

/** The files below the artifact directory; every path is relative to it and checked. */
export interface ArtifactFiles {
  /** Stores a body; the file appears only once it is complete. */
  write(path: string, body: ReadableStream<Uint8Array>): Promise<void>;
  /** Looks at a file without opening it. */
  look(path: string): Promise<FileFacts>;
  /** Opens a file for reading. */
  open(path: string): Promise<OpenFile>;
  /** What lies directly in a directory, by name; nothing when there is no such directory. */
  list(path: string): Promise<FileInfo[]>;
  /** Removes a file, or a directory with all that is in it. */
  remove(path: string): Promise<void>;
}

/**
 * Opens the artifact files below `root`, which is made with the first file. What a killed server
 * left half written is removed.
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
  sweepUnfinished(root);
  return {
    write: (path, body) => answered(path, writeBelow(root, filePath(path), body)),
    look: async (path) => await answered(path, factsBelow(root, artifactPathParts(path))),
    open: async (path) => await answered(path, openBelow(root, artifactPathParts(path))),
    async list(path) {
      const found = await listBelow(root, artifactPathParts(path));
      return found.map(({ name, isDirectory, size }) =>
        isDirectory ? { path: name, is_dir: true } : { path: name, is_dir: false, file_size: size }
      );
    },
    remove: (path) => removeBelow(root, filePath(path)),
  };
}

/**
 * A file as the wire shows it: MLflow leaves out a size of 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const file = { path: "empty.json", is_dir: false, file_size: 0 };
 * assert.deepEqual(wireFile(file), { path: "empty.json", is_dir: false });
 * ```
 */
export function wireFile(file: FileInfo): FileInfo {
  const { file_size: _none, ...sizeless } = file;
  return file.file_size === 0 ? sizeless : file;
}

/** The root itself is not for clients to write or remove. */
function filePath(path: string): string[] {
  const parts = artifactPathParts(path);
  if (parts.length > 0) return parts;
  throw new TrackingError("INVALID_PARAMETER_VALUE", "Invalid path");
}

async function answered<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new TrackingError("RESOURCE_DOES_NOT_EXIST", `No such artifact: ${path}`);
    }
    if (error instanceof Deno.errors.AlreadyExists) {
      throw new TrackingError("INVALID_PARAMETER_VALUE", `Invalid path. ${error.message}`);
    }
    throw error;
  }
}
