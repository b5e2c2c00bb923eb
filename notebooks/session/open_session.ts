/** What the cells of a notebook share: one database and one registry, opened when first used. */
import type { Config, Context, Workplace } from "../../pipelines/mod.ts";

/** The surroundings of a notebook. */
export interface Session extends AsyncDisposable {
  /** Database, folder and settings; opened by the first call. */
  workplace(): Promise<Workplace>;
  /** The same with the registry, for pipelines; opened by the first call. */
  context(): Promise<Context>;
  /** Closes what was opened; a later call opens new surroundings. */
  close(): Promise<void>;
}

/**
 * Begins a session without opening anything: DuckDB is loaded by the first cell that runs SQL, the
 * tracking server by the first that needs it.
 *
 * @param settings Read when the surroundings are opened.
 * @param now Milliseconds since the epoch.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * await using session = openSession(() => ({ home }), () => 0);
 * const { db } = await session.workplace();
 * assert.deepEqual(await db.rows("SELECT 1 AS one"), [{ one: 1 }]);
 * assert.equal((await session.context()).db, db);
 * ```
 */
export function openSession(settings: () => Config, now: () => number): Session {
  let opened: Promise<Workplace> | undefined;
  let tracked: Promise<Context> | undefined;

  async function openWorkplace(): Promise<Workplace> {
    const pipelines = await import("../../pipelines/workplace.ts");
    return await pipelines.openWorkplace(settings());
  }

  async function openContext(): Promise<Context> {
    const workplace = await session.workplace();
    const { withTracking } = await import("../../pipelines/context.ts");
    return await withTracking(workplace, now);
  }

  async function close(): Promise<void> {
    const last = await tracked ?? await opened;
    opened = tracked = undefined;
    await last?.[Symbol.asyncDispose]();
  }

  /** A failure is told to who asked; the next call tries again. */
  function orForget<T>(opening: Promise<T>): Promise<T> {
    opening.catch(() => opened = tracked = undefined);
    return opening;
  }

  const session: Session = {
    workplace: () => opened ??= orForget(openWorkplace()),
    context: () => tracked ??= orForget(openContext()),
    close,
    [Symbol.asyncDispose]: close,
  };
  return session;
}
