/** A search whose refusal is shown where the filter was typed. */

import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { readRoute, type RouteData } from "./route_data.ts";

/** What a search found, or why it could not be made. */
export interface Searched<Found> {
  readonly found?: Found;
  /** In MLflow's words. */
  readonly error?: string;
}

/**
 * Asks a search endpoint; what it cannot read is an answer to show, not a failure.
 *
 * @param path Path below `/api/2.0/mlflow`.
 * @param json What its request would carry.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { error } = await searched(store, "registered-models/search", { filter: "name" });
 * assert.equal(error, "Invalid clause(s) in filter string: name");
 * ```
 */
export async function searched<P extends keyof RouteData>(
  store: TrackingStore,
  path: P,
  json: Readonly<Record<string, unknown>>,
): Promise<Searched<RouteData[P]>> {
  try {
    return { found: await readRoute(store, path, json) };
  } catch (error) {
    if (error instanceof TrackingError && error.errorCode === "INVALID_PARAMETER_VALUE") {
      return { error: error.message };
    }
    throw error;
  }
}
