/** What every pipeline works with: settings, a database, a registry and a clock. */
import type { Config } from "./config.ts";
import { openTracking, type Tracking } from "./tracking.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

/** The surroundings of a pipeline. */
export interface Context extends Workplace, Omit<Tracking, keyof Disposable> {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Opens the surroundings; dispose of them in the end. Several processes may use one home at once.
 *
 * @param now Milliseconds since the epoch.
 * @throws {RangeError} When the tracking database was written by a newer release.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getExperimentByName } from "../registry/mod.ts";
 * const home = await Deno.makeTempDir();
 * {
 *   await using context = await openContext({ home }, () => 0);
 *   assert.deepEqual(await context.db.rows("SELECT 1 + 1 AS two"), [{ two: 2 }]);
 *   assert.equal((await getExperimentByName(context.registry, "Default")).experimentId, "0");
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function openContext(config: Config, now: () => number): Promise<Context> {
  return await withTracking(await openWorkplace(config), now);
}

/**
 * A workplace with a registry; disposing of it disposes of the workplace.
 *
 * @param now Milliseconds since the epoch.
 * @throws {RangeError} When the tracking database was written by a newer release; the workplace is
 *   disposed of then.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openWorkplace } from "./workplace.ts";
 * const home = await Deno.makeTempDir();
 * const workplace = await openWorkplace({ home });
 * {
 *   await using context = await withTracking(workplace, () => 0);
 *   assert.equal(context.db, workplace.db);
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function withTracking(workplace: Workplace, now: () => number): Promise<Context> {
  await using opened = new AsyncDisposableStack();
  const { config, scratch, db } = opened.use(workplace);
  const { registry, trackingPlace } = opened.use(openTracking(config, now));
  const surroundings = opened.move();
  return {
    config,
    scratch,
    db,
    registry,
    trackingPlace,
    now,
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}
