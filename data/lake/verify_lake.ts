/** Whether a stored lake is still what was written. */

import { fileSha256 } from "../digest.ts";
import { lakeFolder } from "./folder.ts";
import type { LakeFile, LakeManifest } from "./manifest.ts";
import { readManifest } from "./open_lake.ts";
import { lakeTurn } from "./readers.ts";

/**
 * The manifest of a dataset's lake if every file it lists has the content it says; `undefined`
 * where there is no lake, or one that only another write can repair.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await verifyLake("/nowhere", "synthetic-hostel"), undefined);
 * ```
 */
export async function verifyLake(
  home: string,
  dataset: string,
): Promise<LakeManifest | undefined> {
  if (await readable(home, dataset) === undefined) return undefined;
  const folder = lakeFolder(home, dataset);
  // In turn, so that no writer takes away a file between the manifest and the look at it.
  using _turn = await lakeTurn(folder);
  const manifest = await readable(home, dataset);
  for (const file of manifest?.files ?? []) {
    if (!await isWhole(folder, file)) return undefined;
  }
  return manifest;
}

async function readable(home: string, dataset: string): Promise<LakeManifest | undefined> {
  try {
    return await readManifest(home, dataset);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function isWhole(folder: string, { path, sha256 }: LakeFile): Promise<boolean> {
  try {
    return await fileSha256(`${folder}/${path}`) === sha256;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
