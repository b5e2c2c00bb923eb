/** Being asked to stop by Ctrl-C. */

/** Listens for the first SIGINT; disposing of it stops listening. */
export interface Interruption extends Disposable {
  /** Aborted by the signal. */
  readonly signal: AbortSignal;
}

/** Exit code of a program that SIGINT ended, by the custom of shells. */
export const INTERRUPTED_CODE = 130;

/**
 * Takes the first SIGINT as a wish to come to an end; a second one ends the process at once, as
 * nobody listens any more.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * using interruption = listenForInterruption();
 * assert.equal(interruption.signal.aborted, false);
 * ```
 */
export function listenForInterruption(): Interruption {
  const stop = new AbortController();
  const forget = () => Deno.removeSignalListener("SIGINT", interrupt);
  function interrupt(): void {
    forget();
    stop.abort();
  }
  Deno.addSignalListener("SIGINT", interrupt);
  return { signal: stop.signal, [Symbol.dispose]: forget };
}
