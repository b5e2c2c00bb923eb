/** The one place where a request's text becomes a path. */

import { TrackingError } from "./tracking_error.ts";

/**
 * The parts of a relative artifact path. Percent codes are undone as often as they nest, since
 * what lies behind the server may do so too.
 *
 * @param text Relative path with `/` between its parts; empty for the root.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is absolute, leaves its root, or
 * holds a backslash, a `#` or a NUL.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(artifactPathParts("plots/load.svg"), ["plots", "load.svg"]);
 * assert.throws(() => artifactPathParts("plots/%252e%252e/secret"), /Invalid path/);
 * ```
 */
export function artifactPathParts(text: string): string[] {
  const plain = fullyDecoded(text);
  const parts = text.split("/");
  const unsafe = /^\/|^[A-Za-z]:|[\\#\0]/.test(plain) || plain.split("/").includes("..");
  if (unsafe) throw new TrackingError("INVALID_PARAMETER_VALUE", "Invalid path");
  return parts.filter((part) => part !== "" && part !== ".");
}

function fullyDecoded(text: string): string {
  let plain = text;
  // Each round shortens the text, so this ends.
  for (;;) {
    const next = decoded(plain);
    if (next === plain) return plain;
    plain = next;
  }
}

function decoded(text: string): string {
  // Byte by byte: only ASCII decides, and a stray % is an ordinary character of a file name.
  return text.replace(
    /%([0-7][0-9a-fA-F])/g,
    (_, hex: string) => String.fromCharCode(parseInt(hex, 16)),
  );
}
