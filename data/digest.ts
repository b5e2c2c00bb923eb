/** SHA-256 of bytes, files and whole datasets. */

import { createHash } from "node:crypto";

/**
 * SHA-256 of bytes or text, as lower-case hex.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(sha256("abc"), /^ba7816bf.*15ad$/);
 * ```
 */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * SHA-256 of a file, read piece by piece.
 *
 * @throws {Deno.errors.NotFound} When there is no such file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = await Deno.makeTempFile();
 * await Deno.writeTextFile(path, "abc");
 * assert.equal(await fileSha256(path), sha256("abc"));
 * await Deno.remove(path);
 * ```
 */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  const file = await Deno.open(path);
  for await (const piece of file.readable) hash.update(piece);
  return hash.digest("hex");
}

/**
 * One digest for many: of the text that `sha256sum` prints for the files, sorted by path.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const file = { path: "a.csv", sha256: sha256("abc") };
 * assert.equal(filesDigest([file]), sha256(`${file.sha256}  a.csv\n`));
 * ```
 */
export function filesDigest(files: readonly { path: string; sha256: string }[]): string {
  const lines = files.map((file) => `${file.sha256}  ${file.path}\n`);
  return sha256(lines.toSorted().join(""));
}
