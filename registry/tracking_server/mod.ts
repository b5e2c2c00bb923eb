/**
 * The embedded tracking server: MLflow's REST interface on SQLite and plain files.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: Date.now });
 * const app = createTrackingApp({ store });
 * assert.equal(await (await app.request("/health")).text(), "OK");
 * ```
 *
 * @module
 */

export { createTrackingApp, emulatedVersion, type TrackingAppOptions } from "./app.ts";
export { type EmbeddedTracking, openEmbeddedTracking } from "./embedded.ts";
export { localPath } from "./local_uri.ts";
export { openTrackingStore, type StoreOptions, type TrackingStore } from "./store.ts";
export { type ErrorCode, TrackingError } from "./tracking_error.ts";
export { openWebhooks, type WebhookOptions, type Webhooks } from "./webhooks/open_webhooks.ts";
