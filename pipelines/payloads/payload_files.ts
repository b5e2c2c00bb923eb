/** Where the payloads of a version lie: numbered Parquet files, of which the oldest go first. */
import { join } from "node:path";

const FINISHED = ".parquet";
/** Follows the name of a file until it is whole. */
export const UNFINISHED = ".part";

/** A file of payloads. */
export interface PayloadFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Folder of the payloads of all versions of a dataset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(payloadDirectory("/home", "hostel"), "/home/payloads/hostel");
 * ```
 */
export function payloadDirectory(home: string, dataset: string): string {
  return join(home, "payloads", dataset);
}

/**
 * Name of a file: the time of its first row, so that names order files by age.
 *
 * @param receivedAt Epoch milliseconds.
 * @param id Tells files of the same moment apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(payloadFileName(0, "a1"), "1970-01-01T000000000Z-a1.parquet");
 * ```
 */
export function payloadFileName(receivedAt: number, id: string): string {
  return `${new Date(receivedAt).toISOString().replaceAll(/[:.]/g, "")}-${id}${FINISHED}`;
}

/**
 * The files of payloads below a folder, the oldest first; none where there is no such folder.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(await listPayloadFiles("/nowhere"), []);
 * ```
 */
export function listPayloadFiles(directory: string): Promise<PayloadFile[]> {
  return filesOf(directory, [FINISHED]);
}

/**
 * Removes the oldest files, those that a kill left half written too, until the rest is within a
 * bound; the newest file always stays.
 *
 * @param maxBytes Of all files together.
 * @returns How many were removed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await removeOldPayloads("/nowhere", 1), 0);
 * ```
 */
export async function removeOldPayloads(directory: string, maxBytes: number): Promise<number> {
  const files = await filesOf(directory, [FINISHED, FINISHED + UNFINISHED]);
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  let removed = 0;
  while (bytes > maxBytes && removed < files.length - 1) {
    const oldest = files[removed++];
    bytes -= oldest.bytes;
    await Deno.remove(oldest.path);
  }
  return removed;
}

async function filesOf(directory: string, endings: readonly string[]): Promise<PayloadFile[]> {
  const files: (PayloadFile & { name: string })[] = [];
  for (const folder of [directory, ...await foldersOf(directory)]) {
    for (const name of await namesOf(folder)) {
      if (!endings.some((ending) => name.endsWith(ending))) continue;
      const path = join(folder, name);
      files.push({ name, path, bytes: (await Deno.stat(path)).size });
    }
  }
  return files.sort((a, b) => a.name < b.name ? -1 : 1).map(({ path, bytes }) => ({ path, bytes }));
}

async function foldersOf(directory: string): Promise<string[]> {
  const entries = await entriesOf(directory);
  return entries.filter(({ isDirectory }) => isDirectory).map(({ name }) => join(directory, name));
}

async function namesOf(directory: string): Promise<string[]> {
  return (await entriesOf(directory)).filter(({ isFile }) => isFile).map(({ name }) => name);
}

async function entriesOf(directory: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(directory));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
