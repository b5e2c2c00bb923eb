/** What a lake consists of: the one file that says which others count. */

import { z } from "zod";

/** One Parquet file of a lake. */
export interface LakeFile {
  /** Path within the lake's folder, with `/`. */
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
}

/** A lake: one dataset, stored. */
export interface LakeManifest {
  /** Name of the dataset. */
  readonly dataset: string;
  /** Where its bytes came from when it was loaded. */
  readonly source: "mirror" | "origin" | "cache" | "synthetic" | "file";
  /** Digest of the source it was made from. */
  readonly sourceDigest: string;
  /** Number of readings. */
  readonly readings: number;
  /** Number of meters. */
  readonly meters: number;
  /** Start of the first reading's interval, epoch milliseconds (UTC). */
  readonly from: number;
  /** Start of the last reading's interval, epoch milliseconds (UTC). */
  readonly to: number;
  /** Number of issues found by the checks. */
  readonly issues: number;
  /** Number of raw rows that are no reading or were superseded. */
  readonly rejected: number;
  /** Every file, sorted by path. */
  readonly files: readonly LakeFile[];
}

const count = z.int().nonnegative();
const time = z.iso.datetime().transform((text) => Date.parse(text));
const schema = z.strictObject({
  dataset: z.string(),
  source: z.enum(["mirror", "origin", "cache", "synthetic", "file"]),
  sourceDigest: z.string(),
  readings: count,
  meters: count,
  from: time,
  to: time,
  issues: count,
  rejected: count,
  files: z.array(z.strictObject({ path: z.string(), bytes: count, sha256: z.string() })),
});

/**
 * The manifest as it is written: JSON with ISO times.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const manifest: LakeManifest = {
 *   dataset: "hostel", source: "file", sourceDigest: "00", readings: 1, meters: 1,
 *   from: 0, to: 0, issues: 0, rejected: 0, files: [],
 * };
 * assert.match(formatManifest(manifest), /"from": "1970-01-01T00:00:00.000Z"/);
 * assert.deepEqual(parseManifest(formatManifest(manifest)), manifest);
 * ```
 */
export function formatManifest(manifest: LakeManifest): string {
  const { from, to } = manifest;
  const written = {
    ...manifest,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/**
 * Reads a manifest back.
 *
 * @throws {SyntaxError} When the text is no manifest, naming what is wrong.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => parseManifest("{}"), /Cannot read the manifest of a lake/);
 * ```
 */
export function parseManifest(text: string): LakeManifest {
  const result = schema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  throw new SyntaxError(`Cannot read the manifest of a lake: ${z.prettifyError(result.error)}`);
}
