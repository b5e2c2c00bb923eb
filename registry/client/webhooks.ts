/** Webhooks: whom the server tells of what happens in the registry. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { allPages, pageOf } from "./pages.ts";
import { eventJson, type Webhook, webhook, type WebhookEvent } from "./webhook.ts";
import { nothing } from "./wire.ts";

const path = "api/2.0/mlflow/webhooks";
const answered = z.object({ webhook });

/** What a new webhook starts with. */
export interface NewWebhook {
  /** Letters, digits, `.`, `_` and `-`; at most 63. */
  readonly name: string;
  /** Address that is told; a server takes only what is safe for it to call. */
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly description?: string;
  /** Signs what is sent; the server never shows it. */
  readonly secret?: string;
  /** @default {"ACTIVE"} */
  readonly status?: Webhook["status"];
}

/**
 * Creates a webhook.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { name: "tell", url: "https://1.1.1.1/hook", events: ["prompt.created"] } as const;
 * assert.equal((await createWebhook(client, start)).status, "ACTIVE");
 * ```
 */
export async function createWebhook(client: RegistryClient, start: NewWebhook): Promise<Webhook> {
  const json = { ...start, events: start.events.map(eventJson) };
  const answer = await client.json({ method: "POST", path, json, repeatable: false }, answered);
  return answer.webhook;
}

/**
 * The webhook of an id.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { name: "tell", url: "https://1.1.1.1/hook", events: ["prompt.created"] } as const;
 * const { webhookId } = await createWebhook(client, start);
 * assert.equal((await getWebhook(client, webhookId)).name, "tell");
 * ```
 */
export async function getWebhook(client: RegistryClient, webhookId: string): Promise<Webhook> {
  const call = { method: "GET", path: pathOf(webhookId), repeatable: true } as const;
  return (await client.json(call, answered)).webhook;
}

/**
 * All webhooks, page by page as they are asked for, newest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { name: "tell", url: "https://1.1.1.1/hook", events: ["prompt.created"] } as const;
 * await createWebhook(client, start);
 * const names = await Array.fromAsync(listWebhooks(client), ({ name }) => name);
 * assert.deepEqual(names, ["tell"]);
 * ```
 */
export function listWebhooks(
  client: RegistryClient,
  { pageSize = 100 }: { pageSize?: number } = {},
): AsyncGenerator<Webhook> {
  return allPages((token) =>
    client.json({
      method: "GET",
      path,
      query: { max_results: pageSize, page_token: token },
      repeatable: true,
    }, pageOf("webhooks", webhook))
  );
}

/**
 * Changes a webhook; what is absent stays.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { name: "tell", url: "https://1.1.1.1/hook", events: ["prompt.created"] } as const;
 * const { webhookId } = await createWebhook(client, start);
 * const changed = await updateWebhook(client, webhookId, { status: "DISABLED" });
 * assert.deepEqual([changed.name, changed.status], ["tell", "DISABLED"]);
 * ```
 */
export async function updateWebhook(
  client: RegistryClient,
  webhookId: string,
  change: Partial<NewWebhook>,
): Promise<Webhook> {
  const { webhook } = await client.json({
    method: "PATCH",
    path: pathOf(webhookId),
    json: { ...change, webhook_id: webhookId, events: change.events?.map(eventJson) },
    repeatable: true,
  }, answered);
  return webhook;
}

/**
 * Deletes a webhook.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { name: "tell", url: "https://1.1.1.1/hook", events: ["prompt.created"] } as const;
 * const { webhookId } = await createWebhook(client, start);
 * await deleteWebhook(client, webhookId);
 * await assert.rejects(getWebhook(client, webhookId), { status: 404 });
 * ```
 */
export async function deleteWebhook(client: RegistryClient, webhookId: string): Promise<void> {
  const call = { method: "DELETE", path: pathOf(webhookId), repeatable: false } as const;
  await client.json(call, nothing);
}

/** What came of a webhook's test. */
export interface WebhookTest {
  /** Whether the receiver took the message. */
  readonly success: boolean;
  /** The receiver's status; absent when it was not reached. */
  readonly status?: number;
  /** The start of what the receiver answered. */
  readonly body: string;
  /** Why it was not reached or has refused; empty when it took the message. */
  readonly error: string;
}

/**
 * Has the server send a webhook an example of an event, its first by default.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await assert.rejects(testWebhook(client, "none"), { errorCode: "RESOURCE_DOES_NOT_EXIST" });
 * ```
 */
export async function testWebhook(
  client: RegistryClient,
  webhookId: string,
  event?: WebhookEvent,
): Promise<WebhookTest> {
  const { result } = await client.json({
    method: "POST",
    path: `${pathOf(webhookId)}/test`,
    json: { webhook_id: webhookId, event: event === undefined ? undefined : eventJson(event) },
    repeatable: false,
  }, z.object({ result: testResult }));
  return result;
}

const testResult: z.ZodType<WebhookTest> = z.object({
  success: z.boolean(),
  response_status: z.int().optional(),
  response_body: z.string().default(""),
  error_message: z.string().default(""),
}).transform((json) => ({
  success: json.success,
  ...(json.response_status === undefined ? {} : { status: json.response_status }),
  body: json.response_body,
  error: json.error_message,
}));

function pathOf(webhookId: string): string {
  return `${path}/${encodeURIComponent(webhookId)}`;
}
