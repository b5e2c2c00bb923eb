/**
 * The surroundings of the notebook that runs: its environment, clock, database and registry, and the
 * place where it shows progress.
 */
import { join } from "node:path";
import { type Context, readConfig } from "../../pipelines/mod.ts";
import { keepOutputsInOrder, kernelInternals } from "../jupyter/ordered_outputs.ts";
import { kernelBroadcast, type ProgressPlace } from "../progress/mod.ts";
import type { ModelServer } from "../serving/mod.ts";
import { openSession, type Session } from "../session/mod.ts";

keepOutputsInOrder(kernelInternals());

/** The folder of the project: a notebook runs in its own, settings are those of the project's. */
export const project: string = join(import.meta.dirname ?? ".", "..", "..");

/** Database and registry, opened by the first cell that needs them. */
export const session: Session = openSession(() => readConfig(project), Date.now);

/** Those that the notebook started. */
export const servers: Set<ModelServer> = new Set();

/** The cell. */
export const place: ProgressPlace = {
  broadcast: kernelBroadcast(),
  newId: () => crypto.randomUUID(),
  now: Date.now,
};

/**
 * The surroundings that pipelines take: settings, the notebook's database, registry and clock.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * const { db } = await context();
 * assert.deepEqual(await db.rows("SELECT 1 AS one"), [{ one: 1 }]);
 * await closeSession();
 * ```
 */
export function context(): Promise<Context> {
  return session.context();
}

/**
 * Stops the notebook's servers and closes its database and registry; the next cell that needs them
 * opens new ones. It is not named `close`: in a kernel where the cell of imports has not run, that is
 * Deno's own, which ends the kernel.
 *
 * @example
 * ```ts
 * await closeSession();
 * await closeSession();
 * ```
 */
export async function closeSession(): Promise<void> {
  const stopped = Array.from(servers, (server) => server.stop());
  servers.clear();
  await Promise.all(stopped);
  await session.close();
}
