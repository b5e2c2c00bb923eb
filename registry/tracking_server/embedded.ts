/** The tracking server without a port: a client that talks to it in this process. */

import { createClient, type RegistryClient } from "../client/mod.ts";
import { createTrackingApp } from "./app.ts";
import { openTrackingStore, type StoreOptions, type TrackingStore } from "./store.ts";

/** An open store with a client of its own; dispose of it to close the store. */
export interface EmbeddedTracking extends Disposable {
  readonly client: RegistryClient;
  readonly store: TrackingStore;
}

/**
 * Opens the store of a directory and a client that reaches it through the app's `fetch`. Other
 * processes may serve or embed the same directory meanwhile. Webhooks are told by servers alone, not
 * of what is written here.
 *
 * @throws {RangeError} When the database was written by a newer release.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createExperiment, getExperiment } from "../client/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const id = await createExperiment(tracking.client, { name: "energy" });
 * assert.equal((await getExperiment(tracking.client, id)).name, "energy");
 * ```
 */
export function openEmbeddedTracking(options: StoreOptions): EmbeddedTracking {
  const store = openTrackingStore(options);
  const { fetch } = createTrackingApp({ store });
  return {
    client: createClient({ baseUrl: "http://127.0.0.1", fetch: (request) => fetch(request) }),
    store,
    [Symbol.dispose]: () => store[Symbol.dispose](),
  };
}
