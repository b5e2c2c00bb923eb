/** What the tests of the tracking server share: a server of their own with a known clock. */

import { createTrackingApp } from "./app.ts";
import { openTrackingStore } from "./store.ts";
import { openWebhooks, type WebhookOptions } from "./webhooks/open_webhooks.ts";

/** Whatever JSON came, for tests to compare with what they expect. */
export interface Tree {
  readonly [key: string]: Tree;
  readonly message: Tree & string;
  readonly next_page_token: Tree & string;
}

/** A JSON answer and its status. */
export interface Answer<Json> {
  readonly status: number;
  readonly json: Json;
}

/** Sends a request to an endpoint below `/api/2.0/mlflow`; a test may state what JSON it awaits. */
export type Send = <Json = Tree>(
  method: string,
  path: string,
  json?: object,
) => Promise<Answer<Json>>;

/**
 * Runs a test against a new server in a directory that is removed afterwards. Its clock counts
 * 1000, 1001, … with each look, its ids are 000…1, 000…2, …. Its webhooks are closed after `use`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withTracking(async (send) => {
 *   const { json } = await send("GET", "experiments/get?experiment_id=0");
 *   assert.equal(json.experiment.creation_time, 1000);
 * });
 * ```
 */
export async function withTracking(
  use: (send: Send, app: ReturnType<typeof createTrackingApp>) => Promise<void>,
  webhookOptions?: WebhookOptions,
): Promise<void> {
  const home = await Deno.makeTempDir();
  let time = 999;
  let id = 0;
  const options = {
    home,
    now: () => ++time,
    randomId: () => (++id).toString(16).padStart(32, "0"),
  };
  try {
    using store = openTrackingStore(options);
    await using webhooks = openWebhooks(store, webhookOptions);
    const app = createTrackingApp({ store, webhooks });
    await use(async (method, path, json) => {
      const response = await app.request(`/api/2.0/mlflow/${path}`, {
        method,
        ...(json === undefined ? {} : {
          body: JSON.stringify(json),
          headers: { "content-type": "application/json" },
        }),
      });
      return { status: response.status, json: await response.json() };
    }, app);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/** The id that a test's server gives as its `n`th, counted from 1. */
export function nthId(n: number): string {
  return n.toString(16).padStart(32, "0");
}
