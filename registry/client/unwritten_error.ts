/** What a buffered logger could not write, and why. */

import type { LogEntry } from "./log_entries.ts";

/**
 * Entries of a run that the server has not taken. A class of its own because callers catch it to
 * keep or to log again what {@link UnwrittenError.unwritten} holds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const entry = { kind: "param", key: "trees", value: "50" } as const;
 * const error = new UnwrittenError("r", [entry], new Error("No"));
 * assert.equal(error.message, 'Cannot log to run "r": expected 1 entry to be written, got "No"');
 * ```
 */
export class UnwrittenError extends Error {
  override readonly name = "UnwrittenError";

  constructor(
    runId: string,
    /** In the order in which they were logged. */
    readonly unwritten: readonly LogEntry[],
    cause: unknown,
  ) {
    const entries = unwritten.length === 1 ? "1 entry" : `${unwritten.length} entries`;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Cannot log to run "${runId}": expected ${entries} to be written, got "${reason}"`, {
      cause,
    });
  }
}
