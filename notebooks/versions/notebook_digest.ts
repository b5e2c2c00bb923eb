/** Which version of a notebook a file holds. */
import { sha256 } from "../../registry/mod.ts";
import type { Cell, Notebook } from "../documents/mod.ts";
import { INJECTED_TAG } from "../parameters/mod.ts";

/**
 * The SHA-256 of what people wrote: types and texts of the cells, in order. Outputs, counters, ids,
 * metadata and injected parameters do not matter, so a notebook and its executed copies agree.
 *
 * @returns 64 hexadecimal digits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const digest = await notebookDigest({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
 * assert.equal(digest, "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
 * ```
 */
export async function notebookDigest({ cells }: Notebook): Promise<string> {
  const written = cells.filter((cell) => !isInjected(cell))
    .map(({ cell_type, source }) => [cell_type, source]);
  return await sha256(new TextEncoder().encode(JSON.stringify(written)));
}

function isInjected({ metadata: { tags } }: Cell): boolean {
  return Array.isArray(tags) && tags.includes(INJECTED_TAG);
}
