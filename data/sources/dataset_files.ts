/** All files of a dataset in the cache, from wherever they can be had. */

import { dirname } from "node:path";
import { forEachConcurrently } from "./concurrently.ts";
import { fileSha256 } from "../digest.ts";
import { download, DownloadError } from "./download.ts";
import { type DatasetFile, settle } from "./settle.ts";
import type { LoadContext } from "./source.ts";
import { SourceUnreachableError } from "./source_unreachable.ts";

/** What a dataset consists of and where it is published. */
export interface DatasetManifest {
  /** Name of the dataset; the folder of the cache and of a mirror. */
  readonly dataset: string;
  /** URL under which the paths lie, without a closing `/`. */
  readonly origin: string;
  /** Every file the source needs. */
  readonly files: readonly DatasetFile[];
}

/** Where the files lie, and the furthest place one of them came from this time. */
export interface ObtainedFiles {
  /** Folder that holds every file under its path. */
  readonly folder: string;
  /** `cache` only if every file was there already. */
  readonly source: "cache" | "mirror" | "origin";
}

const CONCURRENCY = 8;
const byDistance = ["cache", "mirror", "origin"] as const;

/**
 * Makes sure that every file lies in the cache with the promised content: a file that is
 * missing or corrupt there is taken from the mirror, else from the origin. One process gets a
 * dataset at a time; others wait, and then find it in the cache.
 *
 * @throws {SourceUnreachableError} When a file is in none of them.
 * @throws {DigestMismatchError} When mirror or origin holds other content.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * const manifest = { dataset: "none", origin: "https://example.org", files: [] };
 * assert.equal((await obtainFiles(manifest, { home, fetch })).source, "cache");
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function obtainFiles(
  manifest: DatasetManifest,
  context: LoadContext,
): Promise<ObtainedFiles> {
  const folder = `${context.home}/sources/${manifest.dataset}`;
  await Deno.mkdir(dirname(folder), { recursive: true });
  using lock = await Deno.open(`${folder}.lock`, { create: true, write: true });
  await lock.lock(true);
  const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  let furthest = 0;
  await forEachConcurrently(manifest.files, CONCURRENCY, async (file, failed) => {
    const signal = context.signal ? AbortSignal.any([context.signal, failed]) : failed;
    signal.throwIfAborted();
    const from = await obtain(manifest, file, `${folder}/${file.path}`, { ...context, signal });
    furthest = Math.max(furthest, byDistance.indexOf(from));
    done += file.bytes;
    context.onProgress?.(done / total);
  });
  return { folder, source: byDistance[furthest] };
}

async function obtain(
  manifest: DatasetManifest,
  file: DatasetFile,
  target: string,
  context: LoadContext,
): Promise<ObtainedFiles["source"]> {
  if (await holds(target, file)) return "cache";
  if (context.mirror !== undefined) {
    const mirror = `${context.mirror.replace(/\/$/, "")}/${manifest.dataset}`;
    if (await fromMirror(mirror, file, target, context)) return "mirror";
  }
  const { host } = new URL(manifest.origin);
  if (context.offline) throw new SourceUnreachableError(manifest.dataset, host);
  try {
    await download(urlOf(manifest.origin, file), file, target, context);
  } catch (cause) {
    if (!(cause instanceof DownloadError)) throw cause;
    throw new SourceUnreachableError(manifest.dataset, host, { cause });
  }
  return "origin";
}

async function holds(path: string, file: DatasetFile): Promise<boolean> {
  try {
    return await fileSha256(path) === file.sha256;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Whether the mirror had the file; a mirror may be partial. */
async function fromMirror(
  mirror: string,
  file: DatasetFile,
  target: string,
  context: LoadContext,
): Promise<boolean> {
  if (!/^https?:/.test(mirror)) return await copy(`${mirror}/${file.path}`, file, target);
  try {
    await download(urlOf(mirror, file), file, target, context);
    return true;
  } catch (error) {
    if (error instanceof DownloadError) return false;
    throw error;
  }
}

async function copy(from: string, file: DatasetFile, target: string): Promise<boolean> {
  await Deno.mkdir(dirname(target), { recursive: true });
  try {
    await Deno.copyFile(from, `${target}.part`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
  await settle(`${target}.part`, file, target);
  return true;
}

function urlOf(base: string, file: DatasetFile): string {
  return `${base}/${file.path.split("/").map(encodeURIComponent).join("/")}`;
}
