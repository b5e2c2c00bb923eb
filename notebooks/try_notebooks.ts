/** Running many notebooks to see which fail. */
import { basename, dirname, resolve } from "node:path";
import { readNotebook } from "./documents/mod.ts";
import { withEmptyHome } from "./empty_home.ts";
import { runNotebook } from "./runner/mod.ts";

/** How notebooks are tried. */
export interface TryOptions {
  /** Most notebooks that run at once. */
  readonly atOnce: number;
  /** Milliseconds that one cell may take. */
  readonly cellTimeoutMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends those that run, and begins no other, when aborted. */
  readonly signal: AbortSignal;
  /** Told of each notebook when it has ended. */
  readonly onTried: (tried: TriedNotebook) => void;
}

/** What became of one notebook. */
export interface TriedNotebook {
  /** Name of its file. */
  readonly name: string;
  readonly seconds: number;
  /** Code cells that ran to their end. */
  readonly cells: number;
  /** Why it could not be read or did not come to its end. */
  readonly error?: Error;
}

/**
 * Runs each notebook with an empty home of its own, so that none sees what another left; nothing of
 * it is kept.
 *
 * @returns In the order of `paths`, whatever the order in which they end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { signal } = new AbortController();
 * const options = { atOnce: 1, cellTimeoutMs: 1000, now: () => 0, signal, onTried() {} };
 * const [tried] = await tryNotebooks(["/nowhere/01_a.ipynb"], options);
 * assert.deepEqual([tried.name, tried.cells, tried.error?.name], ["01_a.ipynb", 0, "NotFound"]);
 * ```
 */
export async function tryNotebooks(
  paths: readonly string[],
  options: TryOptions,
): Promise<TriedNotebook[]> {
  const tried: TriedNotebook[] = [];
  let next = 0;
  async function work(): Promise<void> {
    while (next < paths.length && !options.signal.aborted) {
      const at = next++;
      tried[at] = await tryNotebook(paths[at], options);
      options.onTried(tried[at]);
    }
  }
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return tried;
}

async function tryNotebook(
  path: string,
  { cellTimeoutMs, now, signal }: TryOptions,
): Promise<TriedNotebook> {
  const started = now();
  let cells = 0;
  const end = (error?: Error) => ({
    name: basename(path),
    seconds: (now() - started) / 1000,
    cells,
    ...(error && { error }),
  });
  try {
    const notebook = await readNotebook(path);
    await withEmptyHome((env) =>
      runNotebook(notebook, {
        cwd: resolve(dirname(path)),
        env,
        now,
        cellTimeoutMs,
        signal,
        async aroundCell(_cell, _source, run) {
          const result = await run();
          cells++;
          return result;
        },
      })
    );
    return end();
  } catch (error) {
    return end(error as Error);
  }
}
