/** Digests of files: how a package is known to be the one that was published. */

/**
 * The SHA-256 of some bytes, as 64 hexadecimal digits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
 * assert.equal(await sha256(new Uint8Array()), empty);
 * ```
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/**
 * The digests of a package's files as the text of the version tag `wattbook.digest`: a JSON object
 * from path to SHA-256, in the order of the paths.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = await digestTag(new Map([["a.txt", new TextEncoder().encode("abc")]]));
 * assert.deepEqual(JSON.parse(text), {
 *   "a.txt": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
 * });
 * ```
 */
export async function digestTag(
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const paths = [...files.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const digests = await Promise.all(
    paths.map(async ([path, bytes]) => [path, await sha256(bytes)] as const),
  );
  return JSON.stringify(Object.fromEntries(digests));
}
