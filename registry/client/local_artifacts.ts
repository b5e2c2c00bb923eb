/** Artifacts on this machine, which MLflow's clients read and write themselves. */

import { fileURLToPath } from "node:url";
import { listBelow, openBelow, removeBelow, type TreeEntry, writeBelow } from "../file_tree.ts";
import type { OpenFile } from "../open_file.ts";
import { artifactParts } from "./artifact_parts.ts";
import { MlflowError } from "./mlflow_error.ts";

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** The files below one directory of this machine; they refuse what a server would refuse. */
export interface LocalArtifacts {
  write(path: string, body: Bytes): Promise<void>;
  read(path: string): Promise<OpenFile>;
  list(directory: string): Promise<TreeEntry[]>;
  remove(path: string): Promise<void>;
}

/**
 * The files of an artifact URI that is a `file:` address or an absolute path, as MLflow's servers
 * give when they do not serve artifacts; undefined for a URI of another scheme.
 *
 * @throws {RangeError} (from its methods) When a path leaves the directory.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { pathToFileURL } from "node:url";
 * const root = await Deno.makeTempDir();
 * const files = localArtifacts(pathToFileURL(root).href);
 * await files?.write("plots/load.svg", new Blob(["<svg/>"]).stream());
 * assert.deepEqual(await files?.list("plots"), [
 *   { name: "load.svg", isDirectory: false, size: 6 },
 * ]);
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export function localArtifacts(artifactUri: string): LocalArtifacts | undefined {
  if (!/^(file:|\/)/.test(artifactUri)) return undefined;
  const root = artifactUri.startsWith("/") ? artifactUri : fileURLToPath(artifactUri);
  return {
    async write(path, body) {
      const parts = artifactParts(path);
      try {
        await writeBelow(root, parts, body);
      } catch (error) {
        throw error instanceof Deno.errors.AlreadyExists
          ? new MlflowError("INVALID_PARAMETER_VALUE", 400, error.message)
          : error;
      }
    },
    async read(path) {
      const parts = artifactParts(path);
      try {
        return await openBelow(root, parts);
      } catch (error) {
        throw error instanceof Deno.errors.NotFound
          ? new MlflowError("RESOURCE_DOES_NOT_EXIST", 404, `${error.message} on this machine`)
          : error;
      }
    },
    list: async (directory) => await listBelow(root, artifactParts(directory)),
    remove: async (path) => await removeBelow(root, artifactParts(path)),
  };
}
