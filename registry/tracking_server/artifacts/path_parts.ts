/** The one place where a request's text becomes a path. */

import { TrackingError } from "../tracking_error.ts";

/** Longest path, as Linux has it; a longer one names no file. */
const longestPath = 4096;

// MLflow's own bound. Each round reads the whole text, so a text of nested codes would be
// quadratic work.
const mostRounds = 10;

/**
 * The parts of a relative artifact path. Percent codes are undone as often as they nest, since
 * what lies behind the server may do so too.
 *
 * @param text Relative path with `/` between its parts; empty for the root.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is absolute, leaves its root, holds a
 * backslash, a `#` or a NUL, or is longer or nested deeper than any honest path.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(artifactPathParts("plots/load.svg"), ["plots", "load.svg"]);
 * assert.throws(() => artifactPathParts("plots/%252e%252e/secret"), /Invalid path/);
 * ```
 */
export function artifactPathParts(text: string): string[] {
  const plain = text.length > longestPath ? undefined : fullyDecoded(text);
  const unsafe = plain === undefined || /^\/|^[A-Za-z]:|[\\#\0]/.test(plain) ||
    plain.split("/").includes("..");
  if (unsafe) throw new TrackingError("INVALID_PARAMETER_VALUE", "Invalid path");
  return text.split("/").filter((part) => part !== "" && part !== ".");
}

/**
 * Undoes percent codes as often as they nest.
 *
 * @returns The plain text; undefined when they nest deeper than any honest text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(fullyDecoded("%252e%2e"), "..");
 * ```
 */
export function fullyDecoded(text: string): string | undefined {
  let plain = text;
  for (let round = 0; round < mostRounds; round++) {
    const next = decoded(plain);
    if (next === plain) return plain;
    plain = next;
  }
  return undefined;
}

function decoded(text: string): string {
  // Byte by byte: only ASCII decides, and a stray % is an ordinary character of a file name.
  return text.replace(
    /%([0-7][0-9a-fA-F])/g,
    (_, hex: string) => String.fromCharCode(parseInt(hex, 16)),
  );
}
