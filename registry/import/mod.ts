/**
 * Importing runs, logged models and registered models from an `mlruns` folder or another server.
 *
 * @module
 */

import { fileURLToPath } from "node:url";
import { openFileStore } from "./file_store.ts";
import type { RunSource } from "./run_source.ts";
import { openServerAt } from "./server.ts";

export { type ImportNote } from "./import_ledger.ts";
export { type ImportOptions, type ImportOutcome, importRuns } from "./import_runs.ts";
export { type RunSource } from "./run_source.ts";

/** Every kind of source, opened by its path or address. */
export const sources = { folder: openFileStore, server: openServerAt } as const;

/**
 * Opens a source by what its address says it is.
 *
 * @param address An http or https address, or the path or `file:` address of a folder.
 * @throws {TypeError} When it is neither.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal((await openSource("http://127.0.0.1:5000")).place, "http://127.0.0.1:5000");
 * await assert.rejects(openSource("/nowhere"), TypeError);
 * ```
 */
export async function openSource(address: string): Promise<RunSource> {
  if (/^https?:/i.test(address)) return sources.server(address);
  return await sources.folder(/^file:/i.test(address) ? fileURLToPath(address) : address);
}
