/** The last step of getting a file: prove its content, then give it its name. */

import { fileSha256 } from "../digest.ts";

/** A file whose content is known in advance. */
export interface DatasetFile {
  /** Path within the dataset, with `/`. */
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
}

/**
 * Thrown when a file's content is not the promised one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const file = { path: "a.csv", bytes: 1, sha256: "00" };
 * assert.match(new DigestMismatchError(file, "11").message, /expected 00, got 11/);
 * ```
 */
export class DigestMismatchError extends Error {
  override readonly name = "DigestMismatchError";

  /** @param got SHA-256 of the content found. */
  constructor(file: DatasetFile, got: string) {
    super(
      `Cannot accept file "${file.path}" as its SHA-256 differs: expected ${file.sha256}, got ${got}`,
    );
  }
}

/**
 * Renames `part` to `target` if its content is the promised one; else removes it.
 *
 * @throws {DigestMismatchError} When the digest differs.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const part = await Deno.makeTempFile();
 * const file = { path: "a.csv", bytes: 1, sha256: "00" };
 * await assert.rejects(settle(part, file, "a.csv"), DigestMismatchError);
 * ```
 */
export async function settle(part: string, file: DatasetFile, target: string): Promise<void> {
  const got = await fileSha256(part);
  if (got !== file.sha256) {
    await Deno.remove(part);
    throw new DigestMismatchError(file, got);
  }
  await Deno.rename(part, target);
}
