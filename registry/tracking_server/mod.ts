/**
 * The embedded tracking server: MLflow's REST interface on SQLite and plain files.
 *
 * Below `/api/2.0/wattbook` it answers what MLflow's interface has no words for:
 *
 * - `POST runs/count` with the `experiment_ids`, `filter` and `run_view_type` of a search of runs
 *   answers `{count}`;
 * - `POST gc` with `deleted_before`, `dry_run` and at most one of `run_id`, `experiment_id` and
 *   `model_id` removes for good what is deleted, with its artifacts, and frees the names of
 *   experiments; what a version of a registered model refers to stays, and is told;
 * - `GET registered-models/alias-history` with `name` and `alias` answers every move of an alias,
 *   with its time and the versions before and after, the last one first.
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
export { localPath } from "./artifacts/local_uri.ts";
export { openTrackingStore, type StoreOptions, type TrackingStore } from "./store.ts";
export { type ErrorCode, TrackingError } from "./tracking_error.ts";
export { openWebhooks, type WebhookOptions, type Webhooks } from "./webhooks/open_webhooks.ts";
