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
  /** What the source could not hand over. */
  readonly unreadable: readonly Unreadable[];
}

const longestMlmodel = 1024 * 1024;

/**
 * Copies files; one that is already there with the same content is not sent again.
 *
 * @throws {Unreadable} When a file is not the same at its target.
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
  const digests = new Map<string, string>();
  const sizes = new Map<string, number>();
  const unreadable: Unreadable[] = [];
  for await (const listed of files) {
    signal.throwIfAborted();
    if (listed instanceof Unreadable) {
      unreadable.push(listed);
      continue;
    }
    const file = await rewritten(listed, rewriteMlmodel);
    const isThere = before.get(file.path) === file.size &&
      (verify === "sizes" || await targetDigest(target, file.path) === await sourceDigest(file));
    const { digest, size } = isThere
      ? { digest: await sourceDigest(file), size: file.size }
      : await sent(file, target);
    digests.set(file.path, digest);
    sizes.set(file.path, size);
    if (verify === "bytes" && !isThere) {
      requireSame(file.path, digest, await targetDigest(target, file.path));
    }
  }
  const after = verify === "sizes" && sizes.size > 0 ? await sizesBelow(target) : sizes;
  for (const [path, size] of sizes) {
    requireSame(path, `${size} bytes`, `${after.get(path) ?? "no"} bytes`);
  }
  const list = JSON.stringify(Object.fromEntries([...digests].sort(([a], [b]) => a < b ? -1 : 1)));
  return {
    digest: await sha256(new TextEncoder().encode(list)),
    files: sizes.size,
    bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
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
        controller.enqueue(chunk);
      },
    }),
  );
  await uploadArtifact(client, artifactUri, file.path, { size: file.size, stream: watched });
  return { digest: hash.digest("hex"), size };
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
