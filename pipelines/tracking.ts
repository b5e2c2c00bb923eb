/** The tracking server that a process logs to: the embedded one, or one that settings name. */
import { join } from "node:path";
import { createClient, type RegistryClient } from "../registry/mod.ts";
import { openEmbeddedTracking } from "../registry/tracking_server/mod.ts";
import type { Config } from "./config.ts";

/** A way to the runs; dispose of it in the end. */
export interface Tracking extends Disposable {
  /** The embedded tracking server, or the one of `MLFLOW_TRACKING_URI`. */
  readonly registry: RegistryClient;
  /** Where a person finds the runs. */
  readonly trackingPlace: string;
}

/**
 * Opens the tracking server. Runs that are made by it while a notebook runs are nested in the
 * notebook's run, as MLflow's own nested runs are.
 *
 * @param now Milliseconds since the epoch.
 * @throws {RangeError} When the tracking database was written by a newer release.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun } from "../registry/mod.ts";
 * const home = await Deno.makeTempDir();
 * {
 *   using tracking = openTracking({ home, notebookRun: "a1" }, () => 0);
 *   const run = await createRun(tracking.registry, { experimentId: "0", startTime: 0 });
 *   assert.equal(run.tags["mlflow.parentRunId"], "a1");
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export function openTracking(config: Config, now: () => number): Tracking {
  const { home, tracking, notebookRun } = config;
  const nested = (registry: RegistryClient) =>
    notebookRun === undefined
      ? registry
      : { ...registry, runTags: { "mlflow.parentRunId": notebookRun } };
  if (tracking !== undefined) {
    const { uri, credentials } = tracking;
    return {
      registry: nested(createClient({ baseUrl: uri, credentials })),
      trackingPlace: uri,
      [Symbol.dispose]() {},
    };
  }
  const trackingPlace = join(home, "mlflow");
  const embedded = openEmbeddedTracking({ home: trackingPlace, now });
  return {
    registry: nested(embedded.client),
    trackingPlace,
    [Symbol.dispose]: () => embedded[Symbol.dispose](),
  };
}
