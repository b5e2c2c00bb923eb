/** What the cells of a notebook share: one database and one registry, opened when first used. */
import type { Config, Context } from "../../pipelines/mod.ts";

/** The surroundings of a notebook. */
export interface Session extends AsyncDisposable {
  /** The surroundings that pipelines work in; opened by the first call. */
  context(): Promise<Context>;
  /** Closes what was opened; a later call opens new surroundings. */
  close(): Promise<void>;
}

/**
 * Begins a session without opening anything: DuckDB and the tracking server are loaded by the first
 * cell that needs them.
 *
 * @param settings Read when the surroundings are opened.
 * @param now Milliseconds since the epoch.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * await using session = openSession(() => ({ home }), () => 0);
 * const { db } = await session.context();
 * assert.deepEqual(await db.rows("SELECT 1 AS one"), [{ one: 1 }]);
 * assert.equal((await session.context()).db, db);
 * ```
 */
export function openSession(settings: () => Config, now: () => number): Session {
  let opened: Promise<Context> | undefined;

  async function open(): Promise<Context> {
    const { openContext } = await import("../../pipelines/context.ts");
    return await openContext(settings(), now);
  }

  async function close(): Promise<void> {
    const context = opened;
    opened = undefined;
    await (await context)?.[Symbol.asyncDispose]();
  }

  return {
    context() {
      if (opened === undefined) {
        const opening = open();
        opened = opening;
        // A failure is told to who asked; the next call tries again.
        opening.catch(() => {
          if (opened === opening) opened = undefined;
        });
      }
      return opened;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
