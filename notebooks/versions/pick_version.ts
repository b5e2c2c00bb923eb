/** Choosing one of the versions of a notebook. */
import type { Version } from "./version.ts";

const SHORTEST = 4;

/**
 * The version that a person names; of the runs of one digest the newest that finished, or else the
 * newest.
 *
 * @param versions Newest first.
 * @param name How the digest of a version or the id of a run begins, at least four digits.
 * @throws {RangeError} When nothing or several things begin so: names the digests.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => pickVersion([], "ab12"), RangeError);
 * ```
 */
export function pickVersion(versions: readonly Version[], name: string): Version {
  const begins = (text: string) => name.length >= SHORTEST && text.startsWith(name.toLowerCase());
  const named = versions.filter(({ runId, digest }) => begins(runId) || begins(digest));
  // Runs of one digest are one version; a run may be named among them.
  const things = new Set(named.map(({ runId, digest }) => begins(digest) ? digest : runId));
  if (things.size !== 1) {
    const digests = [...new Set(versions.map(({ digest }) => digest.slice(0, 8)))];
    throw new RangeError(
      `Cannot tell which version "${name}" is as four or more digits of one digest or run must be given: ${things.size} begin so, digests are [${
        digests.join(", ")
      }]`,
    );
  }
  return named.find(({ status }) => status === "FINISHED") ?? named[0];
}
