/** A webhook as it stands in the server's JSON, and as plain data. */

import { z } from "zod";
import { int64 } from "./wire.ts";

/** What of the registry a webhook is told of: what it happened to, a dot, and what happened. */
export type WebhookEvent =
  | `${"registered_model" | "model_version" | "prompt" | "prompt_version"}.created`
  | `${"model_version" | "prompt" | "prompt_version"}_tag.${"set" | "deleted"}`
  | `${"model_version" | "prompt"}_alias.${"created" | "deleted"}`;

/** Someone to be told of what happens in the registry. */
export interface Webhook {
  readonly webhookId: string;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly status: "ACTIVE" | "DISABLED";
  /** Epoch milliseconds, UTC. */
  readonly creationTime: number;
  /** Epoch milliseconds, UTC. */
  readonly lastUpdateTime: number;
}

const event = z.object({ entity: z.string(), action: z.string() })
  .transform(({ entity, action }) => `${entity}.${action}`.toLowerCase() as WebhookEvent);

/** Reads a webhook from the server's JSON. */
export const webhook: z.ZodType<Webhook> = z.object({
  webhook_id: z.string(),
  name: z.string(),
  description: z.string().default(""),
  url: z.string(),
  events: z.array(event).default([]),
  status: z.enum(["ACTIVE", "DISABLED"]),
  creation_timestamp: int64,
  last_updated_timestamp: int64,
}).transform(({ webhook_id, creation_timestamp, last_updated_timestamp, ...own }) => ({
  webhookId: webhook_id,
  ...own,
  creationTime: creation_timestamp,
  lastUpdateTime: last_updated_timestamp,
}));

/**
 * An event as the server's JSON has it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const json = eventJson("model_version_alias.created");
 * assert.deepEqual(json, { entity: "MODEL_VERSION_ALIAS", action: "CREATED" });
 * ```
 */
export function eventJson(event: WebhookEvent): { entity: string; action: string } {
  const [entity, action] = event.toUpperCase().split(".");
  return { entity, action };
}
