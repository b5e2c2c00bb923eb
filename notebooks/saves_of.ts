/** Files that a person saves. */
import { dirname, resolve } from "node:path";

/** A save is often several events, and a moment with half of a file. */
const CALM_MS = 150;

/**
 * Yields a file of the list each time its text has changed and stayed so for a moment, until
 * aborted. Editors that write another file and rename it are seen, too.
 *
 * @param paths Files; one that is absent may come later.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = `${await Deno.makeTempDir()}/a.ts`;
 * const stop = new AbortController();
 * const saves = savesOf([path], stop.signal);
 * const first = saves.next();
 * setTimeout(() => Deno.writeTextFileSync(path, "1"), 50);
 * assert.equal((await first).value, path);
 * stop.abort();
 * assert.equal((await saves.next()).done, true);
 * ```
 */
export async function* savesOf(
  paths: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  if (signal.aborted) return;
  using watcher = Deno.watchFs([...new Set(paths.map((path) => resolve(dirname(path))))], {
    recursive: false,
  });
  signal.addEventListener("abort", () => watcher.close(), { once: true });
  let [events, isOver] = [0, false];
  let woken = Promise.withResolvers<void>();
  (async () => {
    for await (const _ of watcher) {
      events++;
      woken.resolve();
    }
    isOver = true;
    woken.resolve();
  })();
  const known = new Map<string, string | undefined>();
  for (const path of paths) known.set(path, await textOf(path));
  while (true) {
    await woken.promise;
    woken = Promise.withResolvers();
    if (isOver) return;
    for (let before = -1; before !== events;) {
      before = events;
      await new Promise((resolve) => setTimeout(resolve, CALM_MS));
    }
    for (const path of paths) {
      const text = await textOf(path);
      if (text === undefined || text === known.get(path)) continue;
      known.set(path, text);
      yield path;
    }
  }
}

/** `undefined` where there is no such file. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
