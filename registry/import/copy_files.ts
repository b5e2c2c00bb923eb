/** Copying the files of a run or a model, and making sure that they arrived. */

import { createHash, type Hash } from "node:crypto";
import { streamArtifact } from "../client/artifact_download.ts";
import { uploadArtifact } from "../client/artifact_upload.ts";
import { listArtifacts } from "../client/artifacts.ts";
import type { RegistryClient } from "../client/client.ts";
import { sha256 } from "../digest.ts";
import { type Bytes, type Listing, type SourceFile, Unreadable } from "./run_source.ts";

/** Where files are copied to. */
export interface FileTarget {
  readonly client: RegistryClient;
  readonly artifactUri: string;
}

/** How files are copied. */
export interface CopyOptions {
  /** Whether each file is read back and compared by its SHA-256, or by its size alone. */
  readonly verify: "bytes" | "sizes";
  /** Gives the `MLmodel` files of the source their text at the target. */
  readonly rewriteMlmodel: (text: string) => string;
  /** Stops between two files. */
  readonly signal: AbortSignal;
}

/** What was copied. */
export interface CopiedFiles {
  /** SHA-256 of the list of paths and SHA-256, in the form of the tag `wattbook.digest`. */
  readonly digest: string;
  readonly files: number;
  readonly bytes: number;
  /** What the source could not hand over, and what did not arrive as it was sent. */
  readonly unreadable: readonly Unreadable[];
}

interface FileCopy {
  readonly path: string;
  readonly digest: string;
  readonly size: number;
}

const longestMlmodel = 1024 * 1024;

/**
 * Copies files; one that is already there with the same content is not sent again.
 *
 * @throws {Unreadable} When the target tells another size of a file than was sent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sha256 } from "../digest.ts";
 * const file = {
 *   path: "note.txt",
 *   size: 3,
 *   open: () => Promise.resolve(new Blob(["abc"]).stream()),
 * };
 * const folder = await Deno.makeTempDir();
 * const { createClient } = await import("../client/client.ts");
 * const target = { client: createClient({ baseUrl: "http://127.0.0.1" }), artifactUri: folder };
 * const signal = new AbortController().signal;
 * const options = { verify: "bytes", rewriteMlmodel: (text: string) => text, signal } as const;
 * const { files, bytes } = await copyFiles((async function* () { yield file; })(), target, options);
 * assert.deepEqual([files, bytes], [1, 3]);
 * assert.equal(await Deno.readTextFile(`${folder}/note.txt`), "abc");
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function copyFiles(
  files: Listing<SourceFile>,
  target: FileTarget,
  { verify, rewriteMlmodel, signal }: CopyOptions,
): Promise<CopiedFiles> {
  const before = await sizesBelow(target);
  const copied: FileCopy[] = [];
  const unreadable: Unreadable[] = [];
  const copy = async (listed: SourceFile) => {
    const file = await rewritten(listed, rewriteMlmodel);
    const { path } = file;
    const isThere = before.get(path) === file.size &&
      (verify === "sizes" || await targetDigest(target, path) === await sourceDigest(file));
    if (isThere) return { path, digest: await sourceDigest(file), size: file.size };
    const { digest, size } = await sent(file, target);
    if (verify === "bytes") requireSame(path, digest, await targetDigest(target, path));
    return { path, digest, size };
  };
  for await (const listed of files) {
    signal.throwIfAborted();
    if (listed instanceof Unreadable) unreadable.push(listed);
    else {await copy(listed).then((one) => copied.push(one), (error) => {
        if (!(error instanceof Unreadable)) throw error;
        unreadable.push(error);
      });}
  }
  if (verify === "sizes" && copied.length > 0) {
    const after = await sizesBelow(target);
    for (const { path, size } of copied) {
      requireSame(path, `${size} bytes`, `${after.get(path) ?? "no"} bytes`);
    }
  }
  const digests = copied.map(({ path, digest }) => [path, digest] as const);
  const list = JSON.stringify(Object.fromEntries(digests.sort(([a], [b]) => a < b ? -1 : 1)));
  return {
    digest: await sha256(new TextEncoder().encode(list)),
    files: copied.length,
    bytes: copied.reduce((sum, { size }) => sum + size, 0),
    unreadable,
  };
}

async function rewritten(file: SourceFile, rewrite: (text: string) => string): Promise<SourceFile> {
  if (!/(^|\/)MLmodel$/.test(file.path) || file.size > longestMlmodel) return file;
  const bytes = await new Response(await file.open()).bytes();
  const text = new TextDecoder().decode(bytes);
  const changed = rewrite(text);
  // What is not UTF-8 is no file of MLflow's, and would not come out as it went in.
  if (changed === text || text.includes("\uFFFD")) return file;
  const blob = new Blob([changed]);
  return { path: file.path, size: blob.size, open: () => Promise.resolve(blob.stream()) };
}

async function sent(file: SourceFile, { client, artifactUri }: FileTarget) {
  const hash = createHash("sha256");
  let size = 0;
  const watched = (await file.open()).pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        hash.update(chunk);
        size += chunk.length;
        // A run that still goes on writes its files while they are read.
        if (size > file.size) throw grown(file);
        controller.enqueue(chunk);
      },
    }),
  );
  try {
    await uploadArtifact(client, artifactUri, file.path, { size: file.size, stream: watched });
  } catch (error) {
    throw size > file.size ? grown(file) : error;
  }
  return { digest: hash.digest("hex"), size };
}

function grown({ path, size }: SourceFile): Unreadable {
  return new Unreadable(path, `Cannot copy a file that grows: expected ${size} bytes, got more`);
}

async function sourceDigest(file: SourceFile): Promise<string> {
  return (await hashed(await file.open())).digest("hex");
}

async function targetDigest({ client, artifactUri }: FileTarget, path: string): Promise<string> {
  return (await hashed(await streamArtifact(client, artifactUri, path))).digest("hex");
}

async function hashed(body: Bytes): Promise<Hash> {
  const hash = createHash("sha256");
  for await (const chunk of body) hash.update(chunk);
  return hash;
}

function requireSame(path: string, expected: string, got: string): void {
  if (expected === got) return;
  throw new Unreadable(path, `Cannot verify a copy: expected ${expected}, got ${got}`);
}

async function sizesBelow(
  { client, artifactUri }: FileTarget,
  folder = "",
): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const { path, isDirectory, size = 0 } of await listArtifacts(client, artifactUri, folder)) {
    if (!isDirectory) sizes.set(path, size);
    else for (const below of await sizesBelow({ client, artifactUri }, path)) sizes.set(...below);
  }
  return sizes;
}
