/** The part of a file that a request asks for. */

import type { ByteRange } from "../../open_file.ts";

/**
 * Reads a `Range` header (RFC 9110, 14.2) for a file of a size. One range of bytes is met; several
 * at once, another unit and what is malformed are left unread, as the standard allows.
 *
 * @returns undefined for the whole file, `"unsatisfiable"` when no such part is there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(askedRange("bytes=2-", 10), { first: 2, last: 9 });
 * assert.deepEqual(askedRange("bytes=-3", 10), { first: 7, last: 9 });
 * assert.equal(askedRange("bytes=10-", 10), "unsatisfiable");
 * ```
 */
export function askedRange(
  header: string | null,
  size: number,
): ByteRange | "unsatisfiable" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < first) return undefined;
  return first < size ? { first, last } : "unsatisfiable";
}
