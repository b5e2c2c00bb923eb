/** Artifacts under a `file://` URI, which MLflow's clients read and write themselves. */

import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import type { ArtifactEntry } from "./artifacts.ts";

/** The files below one directory of this machine. */
export interface LocalArtifacts {
  write(path: string, body: Uint8Array | ReadableStream<Uint8Array>): Promise<void>;
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  stream(path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  list(directory: string): Promise<ArtifactEntry[]>;
}

/**
 * The files of a `file://` artifact URI; undefined for a URI of another scheme.
 *
 * @throws {RangeError} (from its methods) When a path leaves the directory.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { pathToFileURL } from "node:url";
 * const root = await Deno.makeTempDir();
 * const files = localArtifacts(pathToFileURL(root).href);
 * await files?.write("plots/load.svg", new TextEncoder().encode("<svg/>"));
 * assert.deepEqual(await files?.list("plots"), [
 *   { path: "plots/load.svg", isDirectory: false, size: 6 },
 * ]);
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export function localArtifacts(artifactUri: string): LocalArtifacts | undefined {
  if (!artifactUri.startsWith("file:")) return undefined;
  const root = fileURLToPath(artifactUri);
  return {
    async write(path, body) {
      const target = inside(root, path);
      const temporary = `${target}.${crypto.randomUUID()}.tmp`;
      await Deno.mkdir(dirname(target), { recursive: true });
      await Deno.writeFile(temporary, body);
      await Deno.rename(temporary, target);
    },
    read: (path) => Deno.readFile(inside(root, path)),
    stream: async (path) => (await Deno.open(inside(root, path))).readable,
    list: (directory) => entries(inside(root, directory), directory),
  };
}

function inside(root: string, path: string): string {
  const parts = path.split("/");
  if (path.startsWith("/") || path.includes("\\") || parts.includes("..")) {
    throw new RangeError(
      `Cannot use an artifact path as it must stay below its root: current value is "${path}"`,
    );
  }
  return join(root, ...parts);
}

async function entries(directory: string, prefix: string): Promise<ArtifactEntry[]> {
  const found: ArtifactEntry[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(directory)) {
      const path = prefix === "" ? name : `${prefix}/${name}`;
      const { size } = await Deno.stat(join(directory, name));
      found.push(isDirectory ? { path, isDirectory } : { path, isDirectory, size });
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
